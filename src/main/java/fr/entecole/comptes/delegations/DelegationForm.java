package fr.entecole.comptes.delegations;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Dates;
import fr.entecole.socle.web.Erreurs;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What to whom, from when to when, as typed.
///
/// @param cherche the beginning of a parent's name
record DelegationForm(String personne, String du, String au, String cherche) {

    private static final int LONGEST_NAME = 100;

    DelegationForm(@Nullable String personne, @Nullable String du, @Nullable String au, @Nullable String cherche) {
        this.personne = typed(personne);
        this.du = typed(du);
        this.au = typed(au);
        var name = typed(cherche);
        this.cherche = name.length() > LONGEST_NAME ? "" : name;
    }

    /// @param today the first day where none was typed
    DelegationForm from(LocalDate today) {
        return du.isEmpty() ? new DelegationForm(personne, today.toString(), au, cherche) : this;
    }

    Optional<UUID> personneId() {
        try {
            return Optional.of(UUID.fromString(personne));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    Erreurs erreurs(Genre genre, LocalDate today) {
        var erreurs = new Erreurs();
        if (personneId().isEmpty()) {
            erreurs.add("personne", t("Choisissez une personne de la liste."));
        }
        var from = Dates.typed(du);
        if (from.isEmpty() || from.get().isBefore(today) || from.get().isAfter(today.plusMonths(12))) {
            erreurs.add("du", t("Choisissez un premier jour à partir d’aujourd’hui, dans les douze mois."));
            return erreurs;
        }
        var to = Dates.typed(au);
        if (to.isEmpty()
                || to.get().isBefore(from.get())
                || to.get().isAfter(from.get().plusMonths(genre.mois()))) {
            erreurs.add(
                    "au",
                    t(
                            "Choisissez un dernier jour, le même ou un jour qui suit, dans {0, plural, one {le mois} other {les # mois}}.",
                            genre.mois()));
        }
        return erreurs;
    }

    /// Of one without errors.
    LocalDate duJour() {
        return Dates.typed(du).orElseThrow();
    }

    /// Of one without errors.
    LocalDate auJour() {
        return Dates.typed(au).orElseThrow();
    }

    private static String typed(@Nullable String field) {
        return Objects.requireNonNullElse(field, "").strip();
    }
}
