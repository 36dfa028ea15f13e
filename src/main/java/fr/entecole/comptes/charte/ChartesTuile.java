package fr.entecole.comptes.charte;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.comptes.charte.ChartesDEcole.Manque;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// For a head, how many have not answered the charter yet, nothing when everyone has; for the region, its texts. Of a
/// head of several schools, their names are asked too.
@Component
class ChartesTuile implements Tuile {

    private final ChartesDEcole lecture;
    private final Appellations noms;

    ChartesTuile(ChartesDEcole lecture, Appellations noms) {
        this.lecture = lecture;
        this.noms = noms;
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.DIRECTEUR, Profil.ADMINISTRATEUR);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        if (utilisateur.is(Profil.ADMINISTRATEUR)) {
            return Lecture.known(List.of(new Partie(
                    Place.OUTIL,
                    80,
                    "socle/outil",
                    Map.of("icone", "signature", "mot", t("Les chartes"), "adresse", "/comptes/chartes"))));
        }
        return lecture.counts(Perimetre.of(utilisateur).ecolesDirected())
                .with(noms.ecolesIfSeveral(utilisateur.ecoles()), ChartesTuile::parts);
    }

    private static List<Partie> parts(Map<UUID, Manque> missing, Map<UUID, String> names) {
        var ecoles = missing.entrySet().stream()
                .filter(e -> !e.getValue().nothing())
                .map(e -> new Ecole(
                        e.getKey().toString(),
                        names.getOrDefault(e.getKey(), ""),
                        e.getValue().familles(),
                        e.getValue().lecteurs()))
                .sorted(Comparator.comparing(Ecole::nom))
                .toList();
        return ecoles.isEmpty()
                ? List.of()
                : List.of(new Partie(Place.COTE, 60, "comptes/charte/_manquants", Map.of("ecoles", ecoles)));
    }

    /// @param nom empty where the head has no other
    record Ecole(String id, String nom, int familles, int lecteurs) {}
}
