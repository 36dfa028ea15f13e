package fr.entecole.annuaire.corrections;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.saisies.FinsDesFamilles.Depart;
import fr.entecole.socle.Dates;
import fr.entecole.socle.web.Erreurs;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A departure as typed.
///
/// @param jour the last day in the school
record DepartForm(String jour, String motif) {

    DepartForm(@Nullable String jour, @Nullable String motif) {
        this.jour = Objects.requireNonNullElse(jour, "").strip();
        this.motif = Objects.requireNonNullElse(motif, "").strip();
    }

    Erreurs erreurs(LocalDate today) {
        var erreurs = new Erreurs();
        if (Dates.typed(jour)
                .filter(day -> !day.isAfter(today) && day.isAfter(today.minusYears(1)))
                .isEmpty()) {
            erreurs.add("jour", t("Écrivez son dernier jour à l’école : aujourd’hui, ou avant, depuis moins d’un an."));
        }
        if (motif.length() < CorrectionForm.SHORTEST_REASON || motif.length() > CorrectionForm.LONGEST_REASON) {
            erreurs.add("motif", t("Écrivez pourquoi, en quelques mots : ils resteront avec ce départ."));
        }
        return erreurs;
    }

    /// Of one without errors.
    Depart depart(UUID par) {
        return new Depart(Dates.typed(jour).orElseThrow(), motif, par);
    }
}
