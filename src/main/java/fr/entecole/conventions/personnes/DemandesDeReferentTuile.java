package fr.entecole.conventions.personnes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// On the home of the region: communes that ask for who acts for them.
@Component
class DemandesDeReferentTuile implements Tuile {

    private static final int ORDRE = 31;

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.ADMINISTRATEUR);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        return Lecture.of(
                        "select count(*)::int as nombre from conventions.demande where decidee_le is null",
                        Map.of(),
                        (rs, _) -> rs.getInt("nombre"))
                .map(counts -> counts.getFirst() == 0 ? List.of() : List.of(waits(counts.getFirst())));
    }

    private static Partie waits(int nombre) {
        return new Partie(
                Place.ATTEND,
                ORDRE,
                "socle/attend",
                Map.of(
                        "icone", "mairie",
                        "titre",
                                t(
                                        "{0, plural, one {Une personne demande à agir pour sa commune} other {# personnes demandent à agir pour leur commune}}",
                                        nombre),
                        "precision", t("Référente ou référent ville, ou signataire"),
                        "adresse", "/conventions/demandes",
                        "bouton", t("Répondre")));
    }
}
