package fr.entecole.comptes.feuilles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.comptes.feuilles.LectureDesAcces.Comptage;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// On the homes of those who hand codes: who has not come yet, and the gesture of the morning door. Where there are
/// several schools, each has its name.
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
        return utilisateur.is(Profil.DIRECTEUR)
                || utilisateur.is(Profil.ENSEIGNANT)
                        && !Perimetre.of(utilisateur).classesTaught().isEmpty();
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        var perimetre = Perimetre.of(utilisateur);
        return utilisateur.is(Profil.ENSEIGNANT)
                ? acces.in(perimetre.ecolesTaught()).map(counts -> taught(counts, perimetre))
                : acces.in(perimetre.ecolesDirected())
                        .with(noms.ecolesIfSeveral(utilisateur.ecoles()), AccesTuile::directed);
    }

    private static List<Partie> withTool() {
        List<Partie> parts = new ArrayList<>();
        parts.add(new Partie(
                Place.OUTIL,
                ORDRE,
                "socle/outil",
                Map.of("icone", "cle", "mot", t("Redonner un accès"), "adresse", "/comptes")));
        return parts;
    }

    private static List<Partie> taught(Map<UUID, Comptage> counts, Perimetre perimetre) {
        var parts = withTool();
        var mine = perimetre.elevesTaught();
        Map<UUID, List<UUID>> jamais = new HashMap<>();
        counts.values()
                .forEach(count -> count.jamais().forEach((eleve, gardes) -> {
                    if (mine.contains(eleve)) {
                        jamais.put(eleve, gardes);
                    }
                }));
        int never = Comptage.families(jamais);
        if (never > 0) {
            parts.add(await(
                    t(
                            "{0, plural, one {Une famille} other {# familles}} {1, plural, one {de votre classe} other {de vos classes}} {0, plural, one {n’est pas encore venue} other {ne sont pas encore venues}}",
                            never,
                            perimetre.classesTaught().size()),
                    "",
                    "/comptes",
                    t("{0, plural, one {Voir laquelle} other {Voir lesquelles}}", never)));
        }
        return parts;
    }

    private static List<Partie> directed(Map<UUID, Comptage> counts, Map<UUID, String> names) {
        var parts = withTool();
        var ecoles = counts.values().stream().filter(count -> count.tous() > 0).toList();
        for (var ecole : ecoles) {
            var name = ecoles.size() < 2 ? "" : names.getOrDefault(ecole.ecole(), "");
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
        return parts;
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
