package fr.entecole.rgpd;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.ServiceMesure;
import fr.entecole.socle.contrats.ServiceMesure.Service;
import fr.entecole.socle.memoire.Question;
import fr.entecole.socle.memoire.Souvenirs;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// On a head's home, what people say is wrong; on theirs, that the school has answered.
@Component
class CorrectionsTuile implements Tuile {

    private static final String WAITING = """
            select count(*) as demandes, (min(demandee_le) at time zone 'Europe/Paris')::date as ancienne
              from rgpd.correction where ecole_id = any(:ecoles) and reponse is null
            having count(*) > 0
            """;

    private static final String ANSWERED = """
            select count(*) as reponses from rgpd.correction
             where demandeur_id = any(:personnes) and reponse is not null and lue_le is null
            having count(*) > 0
            """;

    private final Souvenirs souvenirs;
    private final Clock clock;

    CorrectionsTuile(Souvenirs souvenirs, Clock clock) {
        this.souvenirs = souvenirs;
        this.clock = clock;
    }

    @Bean
    static ServiceMesure mesureRgpd() {
        return new ServiceMesure("rgpd", Service.PAGE_ENT);
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.DIRECTEUR, Profil.PARENT, Profil.ENSEIGNANT, Profil.PERSONNEL);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        return utilisateur.is(Profil.DIRECTEUR) ? waiting(utilisateur) : answered(utilisateur);
    }

    private Lecture<List<Partie>> waiting(Utilisateur head) {
        var ecoles = Perimetre.of(head).ecolesDirected().toArray(UUID[]::new);
        return souvenirs
                .of(
                        head,
                        LocalDate.now(clock),
                        WAITING,
                        () -> new Question<>(
                                Question.mots("corrections", ecoles),
                                Map.of("ecoles", ecoles),
                                (rs, _) -> new Demandes(
                                        rs.getInt("demandes"),
                                        Objects.requireNonNull(rs.getObject("ancienne", LocalDate.class)))))
                .map(rows -> rows.stream().map(CorrectionsTuile::waits).toList());
    }

    private static Partie waits(Demandes demandes) {
        return part(
                8,
                "crayon",
                t("{0, plural, one {Une donnée dite fausse} other {# données dites fausses}}", demandes.combien),
                t("Réponse due avant le {0}", Dates.jour(demandes.ancienne.plusMonths(1))),
                "/mes-donnees/corrections",
                t("Répondre"));
    }

    private Lecture<List<Partie>> answered(Utilisateur asker) {
        var personnes = asker.personnes().toArray(UUID[]::new);
        return souvenirs
                .of(
                        asker,
                        LocalDate.now(clock),
                        ANSWERED,
                        () -> new Question<>(
                                Question.mots("corrections", personnes),
                                Map.of("personnes", personnes),
                                (rs, _) -> rs.getInt("reponses")))
                .map(rows -> rows.stream().map(CorrectionsTuile::said).toList());
    }

    private static Partie said(int reponses) {
        return part(
                60,
                "check-rond",
                t("L’école a répondu à ce que vous disiez être faux"),
                t("{0, plural, one {Une réponse} other {# réponses}}", reponses),
                "/mes-donnees#demandes",
                t("Lire"));
    }

    private static Partie part(int ordre, String icone, String titre, String precision, String adresse, String bouton) {
        return new Partie(
                Place.ATTEND,
                ordre,
                "socle/attend",
                Map.of(
                        "icone",
                        icone,
                        "titre",
                        titre,
                        "precision",
                        precision,
                        "adresse",
                        adresse,
                        "bouton",
                        bouton,
                        "second",
                        true));
    }

    private record Demandes(int combien, LocalDate ancienne) {}
}
