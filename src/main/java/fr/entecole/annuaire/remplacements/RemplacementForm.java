package fr.entecole.annuaire.remplacements;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Dates;
import fr.entecole.socle.web.Erreurs;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who takes which class, from when to when, as typed.
///
/// @param cherche a name, to find someone of another school
/// @param geste `chercher` when it is that button that was pressed
record RemplacementForm(String personnel, String classe, String du, String au, String cherche, String geste) {

    private static final int LONGEST_NAME = 100;

    RemplacementForm(
            @Nullable String personnel,
            @Nullable String classe,
            @Nullable String du,
            @Nullable String au,
            @Nullable String cherche,
            @Nullable String geste) {
        this.personnel = typed(personnel);
        this.classe = typed(classe);
        this.du = typed(du);
        this.au = typed(au);
        var name = typed(cherche);
        this.cherche = name.length() > LONGEST_NAME ? "" : name;
        this.geste = typed(geste);
    }

    /// @param du today where nothing was chosen
    RemplacementForm from(LocalDate today) {
        return du.isEmpty() ? new RemplacementForm(personnel, classe, today.toString(), au, cherche, geste) : this;
    }

    Erreurs erreurs(LocalDate today) {
        var erreurs = new Erreurs();
        if (personnel.isEmpty()) {
            erreurs.add("personnel", t("Choisissez qui remplace."));
        }
        if (classe.isEmpty()) {
            erreurs.add("classe", t("Choisissez la classe."));
        }
        var from = Dates.typed(du);
        if (from.isEmpty() || from.get().isBefore(today) || from.get().isAfter(today.plusMonths(12))) {
            erreurs.add("du", t("Choisissez un premier jour à partir d’aujourd’hui, dans les douze mois."));
            return erreurs;
        }
        var to = Dates.typed(au);
        if (to.isEmpty()
                || to.get().isBefore(from.get())
                || to.get().isAfter(from.get().plusMonths(12))) {
            erreurs.add("au", t("Choisissez un dernier jour, le même ou un jour qui suit, dans l’année."));
        }
        return erreurs;
    }

    boolean searches() {
        return geste.equals("chercher");
    }

    Optional<UUID> personnelId() {
        return id(personnel);
    }

    Optional<UUID> classeId() {
        return id(classe);
    }

    /// Of one without errors.
    LocalDate duJour() {
        return Dates.typed(du).orElseThrow();
    }

    /// Of one without errors.
    LocalDate auJour() {
        return Dates.typed(au).orElseThrow();
    }

    private static Optional<UUID> id(String typed) {
        try {
            return Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String typed(@Nullable String field) {
        return Objects.requireNonNullElse(field, "").strip();
    }
}
