package fr.entecole.mesure;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.contrats.ActiviteDeclaree;
import fr.entecole.socle.contrats.ActiviteDeclaree.Activite;
import fr.entecole.socle.contrats.ActiviteDeclaree.Base;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts, and marks that lead to nobody: no row is anyone's. Weeks go at their term.
@Component
class MesureDonneesPersonnelles implements DonneesPersonnelles {

    @Bean
    static ActiviteDeclaree activiteMesure() {
        return ActiviteDeclaree.of(
                "mesure",
                () -> new Activite(
                        t("Fréquentation"),
                        t(
                                "Compter les visites par école et par profil, sans dire de qui, pour le ministère et la région."),
                        Base.MISSION,
                        t("Toute personne qui a un compte"),
                        t("L’académie et la région, en nombres seulement")));
    }

    private final JdbcClient jdbc;
    private final ReglagesMesure reglages;
    private final Clock clock;

    MesureDonneesPersonnelles(JdbcClient jdbc, ReglagesMesure reglages, Clock clock) {
        this.jdbc = jdbc;
        this.reglages = reglages;
        this.clock = clock;
    }

    @Override
    public String schema() {
        return "mesure";
    }

    @Override
    public List<Traitement> describe() {
        return List.of();
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
    public void erase(Collection<UUID> personnes) {}

    @Override
    public void purge() {
        var limite = LocalDate.now(clock).minus(reglages.conservation());
        jdbc.sql("delete from mesure.compteur where jour < :limite")
                .param("limite", limite)
                .update();
        jdbc.sql("delete from mesure.semaine where semaine < :limite")
                .param("limite", limite)
                .update();
    }
}
