package fr.entecole.presences.familles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.presences.Motif;
import fr.entecole.presences.Plage;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import fr.entecole.socle.web.Erreurs;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a guardian says: of which child, from when to when, why.
///
/// @param au empty for one day
/// @param chaque 1 to 6: only that day of the week
record ExcuseForm(
        @Nullable String enfant,
        @Nullable String du,
        @Nullable String au,
        @Nullable String chaque,
        @Nullable String moment,
        @Nullable String motif,
        @Nullable String precisions) {

    static final int LONGEST = 300;
    static final ExcuseForm VIDE = new ExcuseForm("", "", "", "", "", "", "");

    String text(@Nullable String champ) {
        return Objects.requireNonNullElse(champ, "").strip();
    }

    Motif raison() {
        return Motif.of(text(motif)).filter(Motif.ofFamilles()::contains).orElse(Motif.AUTRE);
    }

    Erreurs reason() {
        var erreurs = new Erreurs();
        if (Motif.of(text(motif)).filter(Motif.ofFamilles()::contains).isEmpty()) {
            erreurs.add("motif", t("Choisissez une raison."));
        }
        if (text(precisions).length() > LONGEST) {
            erreurs.add("precisions", t("Trois cents signes au plus."));
        }
        return erreurs;
    }

    /// @param enfants those of whom they may say something
    Erreurs erreurs(Collection<UUID> enfants, LocalDate today) {
        var erreurs = new Erreurs();
        if (enfants.stream().noneMatch(id -> id.toString().equals(text(enfant)))) {
            erreurs.add("enfant", t("Choisissez l’enfant."));
        }
        var first = Dates.typed(text(du));
        if (first.isEmpty()) {
            erreurs.add("du", t("Choisissez le jour."));
        } else if (first.get().isBefore(today)) {
            erreurs.add("du", t("Ce jour est passé\u00a0: répondez à l’absence elle-même, ou appelez l’école."));
        }
        var last = text(au).isEmpty() ? first : Dates.typed(text(au));
        if (last.isEmpty()) {
            erreurs.add("au", t("Choisissez le dernier jour, ou laissez vide."));
        } else if (first.isPresent() && last.get().isBefore(first.get())) {
            erreurs.add("au", t("Le dernier jour vient après le premier."));
        } else if (last.get().isAfter(new AnneeScolaire(AnneeScolaire.of(today).rentree() + 1).debut())) {
            erreurs.add("au", t("Pas au-delà de l’année scolaire."));
        }
        reason().entries().forEach(e -> erreurs.add(e.getKey(), e.getValue()));
        return erreurs;
    }

    /// Once it has no error.
    Plage plage() {
        var first = Dates.typed(text(du)).orElseThrow();
        return new Plage(
                first,
                text(au).isEmpty() ? first : Dates.typed(text(au)).orElseThrow(),
                text(chaque).matches("[1-6]") ? DayOfWeek.of(Integer.parseInt(text(chaque))) : null,
                Arrays.stream(Moment.values())
                        .filter(m -> m.name().equals(text(moment)))
                        .findFirst()
                        .orElse(null));
    }

    static List<DayOfWeek> jours() {
        return Arrays.stream(DayOfWeek.values()).limit(5).toList();
    }
}
