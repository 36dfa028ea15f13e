package fr.entecole.comptes.feuilles;

import static fr.entecole.socle.Mots.t;

import fr.entecole.comptes.feuilles.LectureDesAcces.Comptage;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// On the homes of those who hand codes: who has not come yet, and the gesture of the morning door.
@Component
class AccesTuile implements Tuile {

    private static final int ORDRE = 40;

    private final LectureDesAcces acces;

    AccesTuile(LectureDesAcces acces) {
        this.acces = acces;
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR);
    }

    @Override
    public List<Partie> parts(Utilisateur utilisateur) {
        List<Partie> parts = new ArrayList<>();
        parts.add(new Partie(
                Place.OUTIL,
                ORDRE,
                "socle/outil",
                Map.of("icone", "cle", "mot", t("Redonner un accès"), "adresse", "/comptes")));
        if (utilisateur.is(Profil.ENSEIGNANT)) {
            var never = acces.taughtBy(utilisateur.personneId()).stream()
                    .mapToInt(Comptage::famillesJamais)
                    .sum();
            if (never > 0) {
                parts.add(await(
                        t(
                                "{0, plural, one {Une famille de votre classe n’est pas encore venue} other {# familles de votre classe ne sont pas encore venues}}",
                                never),
                        "/comptes",
                        t("{0, plural, one {Voir laquelle} other {Voir lesquelles}}", never)));
            }
        }
        if (utilisateur.is(Profil.DIRECTEUR)) {
            for (var ecole : acces.directedBy(utilisateur.personneId(), utilisateur.ecoles())) {
                if (ecole.famillesJamais() > 0) {
                    parts.add(await(
                            t(
                                    "{0, plural, one {Une famille jamais venue} other {# familles jamais venues}}",
                                    ecole.famillesJamais()),
                            "/comptes/ecoles/" + ecole.ecole() + "/familles",
                            t("Voir pourquoi")));
                }
                parts.add(new Partie(Place.COTE, ORDRE, "comptes/feuilles/_comptage", Map.of("comptage", ecole)));
            }
        }
        return parts;
    }

    private static Partie await(String titre, String adresse, String bouton) {
        return new Partie(
                Place.ATTEND,
                ORDRE,
                "socle/attend",
                Map.of("icone", "groupe", "titre", titre, "adresse", adresse, "bouton", bouton, "second", true));
    }
}
