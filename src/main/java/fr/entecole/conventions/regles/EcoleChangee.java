package fr.entecole.conventions.regles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Dates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A school of a convention that is not what it was when the list was signed, or that another convention lists too.
///
/// @param uai its code today; null: the directory does not have it any more
/// @param ailleurs it stands in another commune than the one that answers for the convention
/// @param jour first day on which another one has taken it up, or on which it is closed; null: neither
/// @param par code of the school that has taken it up; null: none, or without a code
/// @param reprise whether another one takes it up
/// @param aussi numbers of the other conventions of the same year that list it
public record EcoleChangee(
        UUID ecole,
        @Nullable String uai,
        boolean ailleurs,
        @Nullable LocalDate jour,
        @Nullable String par,
        boolean reprise,
        List<String> aussi) {

    /// @param inscrite its code on the list
    public List<String> phrases(String inscrite) {
        List<String> phrases = new ArrayList<>();
        if (jour != null && reprise) {
            phrases.add(
                    par == null
                            ? t(
                                    "Reprise par une autre école le {0}, qui ouvre avec elle. La facture de l’année ne change pas.",
                                    Dates.words(jour))
                            : t(
                                    "Reprise par l’école {0} le {1}, qui ouvre avec elle. La facture de l’année ne change pas.",
                                    par, Dates.words(jour)));
        } else if (jour != null) {
            phrases.add(t("Ferme le {0}. La facture de l’année ne change pas.", Dates.words(jour)));
        }
        if (uai == null) {
            phrases.add(t("L’annuaire ne l’a plus."));
        } else if (!uai.equals(inscrite)) {
            phrases.add(t("Son code est désormais {0}.", uai));
        }
        if (uai != null && ailleurs) {
            phrases.add(t("L’annuaire la place désormais dans une autre commune."));
        }
        if (!aussi.isEmpty()) {
            phrases.add(t("Inscrite aussi dans la convention n°\u00a0{0}.", String.join(", ", aussi)));
        }
        return phrases;
    }
}
