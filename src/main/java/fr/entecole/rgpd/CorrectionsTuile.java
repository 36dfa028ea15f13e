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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// On a head's home, what people say is wrong; on theirs, that the school has answered.
@Component
class CorrectionsTuile implements Tuile {

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

    private static Lecture<List<Partie>> waiting(Utilisateur head) {
        return Lecture.of(
                        """
                        select count(*) as demandes, (min(demandee_le) at time zone 'Europe/Paris')::date as ancienne
                          from rgpd.correction where ecole_id = any(:ecoles) and reponse is null
                        having count(*) > 0
                        """,
                        Map.of("ecoles", Perimetre.of(head).ecolesDirected().toArray(UUID[]::new)),
                        (rs, _) -> part(
                                8,
                                "crayon",
                                t(
                                        "{0, plural, one {Une donnée dite fausse} other {# données dites fausses}}",
                                        rs.getInt("demandes")),
                                t(
                                        "Réponse due avant le {0}",
                                        Dates.jour(rs.getObject("ancienne", LocalDate.class)
                                                .plusMonths(1))),
                                "/mes-donnees/corrections",
                                t("Répondre")))
                .map(List::copyOf);
    }

    private static Lecture<List<Partie>> answered(Utilisateur asker) {
        return Lecture.of(
                        """
                        select count(*) as reponses from rgpd.correction
                         where demandeur_id = any(:personnes) and reponse is not null and lue_le is null
                        having count(*) > 0
                        """,
                        Map.of("personnes", asker.personnes().toArray(UUID[]::new)),
                        (rs, _) -> part(
                                60,
                                "check-rond",
                                t("L’école a répondu à ce que vous disiez être faux"),
                                t("{0, plural, one {Une réponse} other {# réponses}}", rs.getInt("reponses")),
                                "/mes-donnees#demandes",
                                t("Lire")))
                .map(List::copyOf);
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
}
