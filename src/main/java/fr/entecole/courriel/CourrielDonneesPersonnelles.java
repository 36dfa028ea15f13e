package fr.entecole.courriel;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.contrats.ActiviteDeclaree;
import fr.entecole.socle.contrats.ActiviteDeclaree.Activite;
import fr.entecole.socle.contrats.ActiviteDeclaree.Base;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Messages are known by mail address alone, so a person's cannot be told from here: they are forgotten by their age.
@Component
class CourrielDonneesPersonnelles implements DonneesPersonnelles {

    @Bean
    static ActiviteDeclaree activiteCourriel() {
        return ActiviteDeclaree.of(
                "courriel",
                () -> new Activite(
                        t("Courriels"),
                        t("Envoyer les messages de l’ENT aux adresses que chacun a données."),
                        Base.MISSION,
                        t("Toute personne qui a donné une adresse"),
                        t("La personne")));
    }

    private static final Duration DUREE = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    CourrielDonneesPersonnelles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String schema() {
        return "courriel";
    }

    @Override
    public List<Traitement> describe() {
        return List.of(new Traitement(
                t("Les courriels que l’ENT vous envoie : adresse, sujet et texte, gardés 30 jours après l’envoi"),
                t("L’ENT lui-même"),
                DUREE));
    }

    @Override
    public int enonces() {
        return 0;
    }

    @Override
    public Map<String, Object> export(UUID personneId) {
        return Map.of();
    }

    @Override
    public void erase(UUID personneId) {}

    @Override
    public void purge() {
        jdbc.sql("delete from courriel.envoi where etat <> 'A_ENVOYER' and fini_le < :terme")
                .param("terme", OffsetDateTime.now(clock).minus(DUREE))
                .update();
    }
}
