package fr.entecole.conventions.titres;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.conventions.regles.Montant;
import fr.entecole.conventions.titres.LectureDesTitres.Paiement;
import fr.entecole.socle.Dates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lines of payments, pasted from the accounting system: reference, number of the titre, amount, day (`2026-11-30`
/// or `30/11/2026`), separated by semicolons; a first line of titles is passed over (docs/interfaces/titres.md).
record LignesDePaiement(List<Paiement> paiements, String refus) {

    private static final int MOST = 5000;

    /// A commune pays some hundreds of euros: what is far above is an amount in cents, or another column.
    private static final Montant LARGEST = Montant.euros(50_000);

    /// @param today no payment is of a day after it
    static LignesDePaiement read(String words, LocalDate today) {
        List<Paiement> read = new ArrayList<>();
        Map<String, Paiement> references = new HashMap<>();
        var lines = words.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        if (lines.size() > MOST) {
            return new LignesDePaiement(
                    List.of(),
                    t("C’est trop de lignes à la fois\u00a0: {0} au plus. Envoyez-les en plusieurs fois.", MOST));
        }
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (i == 0 && isHeading(line)) {
                continue;
            }
            var paid = line(line);
            if (paid.isEmpty()) {
                return new LignesDePaiement(
                        List.of(),
                        t(
                                "La ligne {0} ne se lit pas\u00a0: «\u00a0{1}\u00a0». Attendu\u00a0: référence;numéro du titre;montant;jour. Rien n’a été lu.",
                                i + 1, line.length() > 80 ? line.substring(0, 80) : line));
            }
            if (paid.get().jour().isAfter(today)) {
                return refused(t(
                        "La ligne {0} porte un jour à venir, le {1}. Corrigez-le. Rien n’a été lu.",
                        i + 1, Dates.words(paid.get().jour())));
            }
            if (!paid.get().montant().positive() || paid.get().montant().compareTo(LARGEST) > 0) {
                return refused(t(
                        "La ligne {0} porte {1}\u00a0: un paiement va d’un centime à {2}. Vérifiez que le montant est en euros. Rien n’a été lu.",
                        i + 1, paid.get().montant().chiffres(), LARGEST.chiffres()));
            }
            var same = references.putIfAbsent(paid.get().reference(), paid.get());
            if (same != null && !same.equals(paid.get())) {
                return refused(t(
                        "La référence {0} est celle de deux paiements qui diffèrent. Corrigez l’un des deux. Rien n’a été lu.",
                        same.reference()));
            }
            read.add(paid.get());
        }
        return new LignesDePaiement(read, read.isEmpty() ? t("Collez au moins une ligne.") : "");
    }

    private static LignesDePaiement refused(String phrase) {
        return new LignesDePaiement(List.of(), phrase);
    }

    /// Names of columns: no figure, which neither an amount nor a day is without.
    private static boolean isHeading(String line) {
        return line.chars().noneMatch(Character::isDigit);
    }

    /// As the accounting system writes it, or as people do (`30/11/2026`).
    private static Optional<LocalDate> day(String words) {
        var parts = words.split("/", -1);
        return parts.length == 3 ? Dates.typed(parts[0], parts[1], parts[2]) : Dates.typed(words);
    }

    private static Optional<Paiement> line(String line) {
        var cells = line.split(";", -1);
        if (cells.length != 4 || cells[0].isBlank() || cells[0].length() > 80 || cells[1].length() > 40) {
            return Optional.empty();
        }
        var amount = Montant.typed(cells[2].strip());
        var day = day(cells[3].strip());
        return amount.isEmpty() || day.isEmpty()
                ? Optional.empty()
                : Optional.of(new Paiement(cells[0].strip(), cells[1].strip(), amount.get(), day.get()));
    }
}
