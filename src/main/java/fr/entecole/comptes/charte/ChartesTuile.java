package fr.entecole.comptes.charte;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.comptes.charte.ChartesDEcole.Manquant;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// For a head, how many have not answered the charter yet, nothing when everyone has; for the region, its texts. A head
/// of several schools costs one statement more, for their names.
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
    public List<Partie> parts(Utilisateur utilisateur) {
        if (utilisateur.is(Profil.ADMINISTRATEUR)) {
            return List.of(new Partie(
                    Place.OUTIL,
                    80,
                    "socle/outil",
                    Map.of("icone", "signature", "mot", t("Les chartes"), "adresse", "/comptes/chartes")));
        }
        var missing = lecture.missing(utilisateur.personneId());
        if (missing.isEmpty()) {
            return List.of();
        }
        var names = utilisateur.ecoles().size() < 2 ? Map.<UUID, String>of() : noms.ecoles(utilisateur.ecoles());
        var ecoles = missing.stream().collect(Collectors.groupingBy(Manquant::ecole)).entrySet().stream()
                .map(e -> new Ecole(
                        e.getKey().toString(),
                        names.getOrDefault(e.getKey(), ""),
                        e.getValue().stream().filter(Manquant::petit).count(),
                        e.getValue().stream().filter(m -> !m.petit()).count()))
                .sorted(Comparator.comparing(Ecole::nom))
                .toList();
        return List.of(new Partie(Place.COTE, 60, "comptes/charte/_manquants", Map.of("ecoles", ecoles)));
    }

    /// @param nom empty where the head has no other
    record Ecole(String id, String nom, long familles, long lecteurs) {}
}
