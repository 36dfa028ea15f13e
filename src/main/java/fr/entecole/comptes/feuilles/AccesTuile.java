package fr.entecole.comptes.feuilles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.comptes.feuilles.LectureDesAcces.Comptage;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// On the homes of those who hand codes: who has not come yet, and the gesture of the morning door. A head of several
/// schools costs one statement more, for their names.
@Component
class AccesTuile implements Tuile {

    private static final int ORDRE = 40;

    private final LectureDesAcces acces;
    private final Appellations noms;

    AccesTuile(LectureDesAcces acces, Appellations noms) {
        this.acces = acces;
        this.noms = noms;
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
            taught(utilisateur, parts);
        }
        if (utilisateur.is(Profil.DIRECTEUR)) {
            directed(utilisateur, parts);
        }
        return parts;
    }

    private void taught(Utilisateur enseignant, List<Partie> parts) {
        var count = acces.taughtBy(enseignant.personneId());
        int never = count.famillesJamais();
        if (never > 0) {
            parts.add(await(
                    t(
                            "{0, plural, one {Une famille} other {# familles}} {1, plural, one {de votre classe} other {de vos classes}} {0, plural, one {n’est pas encore venue} other {ne sont pas encore venues}}",
                            never,
                            count.classes()),
                    "",
                    "/comptes",
                    t("{0, plural, one {Voir laquelle} other {Voir lesquelles}}", never)));
        }
    }

    private void directed(Utilisateur head, List<Partie> parts) {
        var counts = acces.directedBy(head.personneId(), head.ecoles());
        var names = counts.size() < 2
                ? Map.<UUID, String>of()
                : noms.ecoles(counts.stream().map(Comptage::ecole).toList());
        for (var ecole : counts) {
            var name = names.getOrDefault(ecole.ecole(), "");
            if (ecole.famillesJamais() > 0) {
                parts.add(await(
                        t(
                                "{0, plural, one {Une famille jamais venue} other {# familles jamais venues}}",
                                ecole.famillesJamais()),
                        name,
                        "/comptes/ecoles/" + ecole.ecole() + "/familles",
                        t("Voir pourquoi")));
            }
            parts.add(new Partie(
                    Place.COTE, ORDRE, "comptes/feuilles/_comptage", Map.of("comptage", ecole, "nom", name)));
        }
    }

    private static Partie await(String titre, String precision, String adresse, String bouton) {
        return new Partie(
                Place.ATTEND,
                ORDRE,
                "socle/attend",
                Map.of(
                        "icone",
                        "groupe",
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
