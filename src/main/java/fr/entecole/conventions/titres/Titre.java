package fr.entecole.conventions.titres;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.conventions.regles.Montant;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A titre de perception, or the counter-entry that cancels one.
///
/// @param annee civil year of the rentrée that it bills
/// @param exercice civil year in which it is numbered
/// @param commune INSEE code of who answers for its convention today
/// @param annuleId,annuleReference the titre that this one cancels; null and empty: it is one
/// @param annulation reference of the counter-entry that cancels it; empty: none
/// @param montant negative for a counter-entry
/// @param paye what was paid of it so far
/// @param conteste what the commune says against it; empty: nothing
/// @param reponse what the region answered to that; empty: nothing yet
public record Titre(
        UUID id,
        String insee,
        String commune,
        UUID convention,
        String numeroConvention,
        int annee,
        int exercice,
        int numero,
        @Nullable UUID annuleId,
        String annuleReference,
        String annulation,
        Montant montant,
        Montant prix,
        String denomination,
        String siret,
        List<String> uais,
        String motif,
        Instant emisLe,
        Montant paye,
        String conteste,
        String reponse) {

    /// « 2026-00012 »
    public String reference() {
        return reference(exercice, numero);
    }

    static String reference(int exercice, int numero) {
        return String.format(Locale.ROOT, "%d-%05d", exercice, numero);
    }

    /// « Titre 2026-00012 », « Annulation 2026-00013 du titre 2026-00012 »
    public String nom() {
        return isReduction()
                ? t("Annulation {0} du titre {1}", reference(), annuleReference)
                : t("Titre {0}", reference());
    }

    /// INSEE codes of those whose people read it, pay it or contest it.
    public Set<String> communes() {
        return insee.equals(commune) ? Set.of(insee) : Set.of(insee, commune);
    }

    public boolean annule() {
        return !annulation.isEmpty();
    }

    public boolean isReduction() {
        return annuleId != null;
    }

    public Montant reste() {
        return annule() || isReduction() ? new Montant(0) : montant.minus(paye);
    }

    public String etat() {
        if (isReduction()) {
            return t("Annulation");
        }
        if (annule()) {
            return t("Annulé");
        }
        if (reste().centimes() < 0) {
            return t("Trop payé");
        }
        if (reste().centimes() == 0) {
            return t("Payé");
        }
        if (isContested()) {
            return t("Contesté");
        }
        return paye.positive() ? t("Payé en partie") : t("À payer");
    }

    /// The commune says something against it, and the region has not answered.
    public boolean isContested() {
        return !conteste.isEmpty() && reponse.isEmpty() && !annule() && !isReduction();
    }

    public String ton() {
        return annule() || isReduction() ? "" : reste().positive() ? "attente" : "bien";
    }

    public String icone() {
        return annule() || isReduction() ? "croix-rond" : reste().positive() ? "euro" : "check-rond";
    }
}
