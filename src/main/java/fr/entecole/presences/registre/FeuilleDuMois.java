package fr.entecole.presences.registre;

import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.presences.Etat;
import fr.entecole.presences.Taux;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A month of a class, pure: what the roll said of each child in each half-day, and what it counts. A half-day counts
/// for a child from the first one in which they were there, and where they are expected.
///
/// @param mois its first day
/// @param demis half-days that the calendar has until today, and those that were called
/// @param manquants those of them that nobody has called
/// @param corrections what was said otherwise after a roll was called; not sealed: what holds is
record FeuilleDuMois(
        LocalDate mois,
        List<DemiJournee> demis,
        List<DemiJournee> manquants,
        List<Ligne> lignes,
        List<Corrigee> corrections) {

    FeuilleDuMois(LocalDate mois, List<DemiJournee> demis, List<DemiJournee> manquants, List<Ligne> lignes) {
        this(mois, demis, manquants, lignes, List.of());
    }

    FeuilleDuMois corrected(List<Corrigee> all) {
        return new FeuilleDuMois(mois, demis, manquants, lignes, all);
    }

    Taux taux() {
        return lignes.stream().map(Ligne::taux).reduce(Taux.RIEN, Taux::plus);
    }

    /// Somebody has called, and no roll is missing.
    boolean isComplete() {
        return !lignes.isEmpty() && manquants.isEmpty();
    }

    List<LocalDate> jours() {
        return demis.stream().map(DemiJournee::jour).distinct().toList();
    }

    List<DemiJournee> demis(LocalDate jour) {
        return demis.stream().filter(d -> d.jour().equals(jour)).toList();
    }

    /// How many are missing in a half-day that was possible for them.
    long absents(DemiJournee demi) {
        return lignes.stream()
                .filter(l -> l.etats.get(demi) == Etat.ABSENT && !l.before(demi))
                .count();
    }

    /// Whether somebody is absent before they ever came, which counts for nothing and is to be explained.
    boolean hasBefore() {
        return lignes.stream()
                .anyMatch(l ->
                        l.etats.entrySet().stream().anyMatch(e -> e.getValue() == Etat.ABSENT && l.before(e.getKey())));
    }

    /// @param depuis first half-day in which they were there this year; those before count for nothing
    /// @param nonJustifiees how many of the absences that count have no legitimate reason
    record Ligne(UUID eleve, String nom, Map<DemiJournee, Etat> etats, DemiJournee depuis, long nonJustifiees) {

        Taux taux() {
            return etats.entrySet().stream()
                    .filter(e -> !before(e.getKey()))
                    .map(e -> Taux.of(e.getValue()))
                    .reduce(Taux.RIEN, Taux::plus);
        }

        boolean before(DemiJournee demi) {
            return demi.compareTo(depuis) < 0;
        }

        /// One sign a half-day: the point of presence, `A`, `(A)` before they ever came, `R`, `–` for who is not
        /// expected, nothing where not called.
        String signe(LocalDate jour, Moment moment) {
            var demi = new DemiJournee(jour, moment);
            var etat = etats.get(demi);
            return etat == Etat.ABSENT && before(demi) ? "(A)" : signe(etat);
        }

        private static String signe(@Nullable Etat etat) {
            return switch (etat) {
                case null -> "";
                case PRESENT -> "·";
                case ABSENT -> "A";
                case RETARD -> "R";
                case NON_ATTENDU -> "–";
                case RETIRE -> "";
            };
        }
    }

    /// What is sealed and exported: one line a child, stable whatever the screen becomes.
    String csv() {
        var head = demis.stream()
                .map(d -> d.jour() + (d.moment() == Moment.MATIN ? " matin" : " apres-midi"))
                .collect(Collectors.joining(";"));
        return "eleve;identifiant;" + head + ";possibles;absences;sans motif legitime\n"
                + lignes.stream().map(this::line).collect(Collectors.joining())
                + "total;;" + ";".repeat(demis.size()) + taux().possibles() + ";" + taux().absences() + ";\n";
    }

    private String line(Ligne ligne) {
        return quoted(ligne.nom) + ";" + ligne.eleve + ";"
                + demis.stream().map(d -> Ligne.signe(ligne.etats.get(d))).collect(Collectors.joining(";"))
                + ";" + ligne.taux().possibles() + ";" + ligne.taux().absences() + ";" + ligne.nonJustifiees + "\n";
    }

    /// Under what is sealed: what was corrected, one line a child and a version.
    String corrige() {
        return corrections.isEmpty()
                ? ""
                : "\ncorrection;eleve;avant et apres;par;motif\n"
                        + corrections.stream()
                                .map(c -> c.demi().jour()
                                        + (c.demi().moment() == Moment.MATIN ? " matin" : " apres-midi")
                                        + ";" + quoted(c.nom()) + ";" + quoted(c.change()) + ";" + quoted(c.par()) + ";"
                                        + quoted(c.motif()) + "\n")
                                .collect(Collectors.joining());
    }

    /// A name is no formula of a spreadsheet.
    private static String quoted(String nom) {
        var safe = nom.replace("\"", "\"\"");
        return "\"" + (safe.matches("[=+\\-@].*") ? "'" + safe : safe) + "\"";
    }
}
