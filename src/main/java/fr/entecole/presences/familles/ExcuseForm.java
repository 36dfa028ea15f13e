package fr.entecole.presences.familles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.DemiJournee;
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
/// @param au empty for one day, or, with `chaque`, until the school year ends
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
    private static final int MOST_DAYS = 31;
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

    /// What holds back an announcement. Where the days can be read, those of the school are looked at.
    ///
    /// @param enfants those of whom they may say something
    Erreurs erreurs(Collection<UUID> enfants, LocalDate today) {
        var erreurs = new Erreurs();
        if (enfants.stream().noneMatch(id -> id.toString().equals(text(enfant)))) {
            erreurs.add("enfant", t("Choisissez l’enfant."));
        }
        var first = Dates.typed(text(du));
        if (first.isEmpty()) {
            erreurs.add("du", t("Écrivez le jour en entier, jour, mois et année."));
        } else if (first.get().isBefore(today)) {
            erreurs.add(
                    "du",
                    t(
                            "Ce jour est passé\u00a0: choisissez aujourd’hui ou un jour à venir, ou répondez à l’absence elle-même."));
        }
        var last = text(au).isEmpty() ? first : Dates.typed(text(au));
        if (last.isEmpty()) {
            erreurs.add("au", t("Choisissez le dernier jour, ou laissez vide."));
        } else if (first.isPresent() && last.get().isBefore(first.get())) {
            erreurs.add("au", t("Le dernier jour vient après le premier."));
        } else if (last.get().isAfter(new AnneeScolaire(AnneeScolaire.of(today).rentree() + 1).debut())) {
            erreurs.add("au", t("Pas au-delà de l’année scolaire."));
        } else if (first.isPresent()
                && !weekly()
                && last.get().isAfter(first.get().plusDays(MOST_DAYS))) {
            erreurs.add("au", t("Un mois au plus\u00a0: pour une absence plus longue, appelez l’école."));
        }
        if (text(motif).equals(Motif.AUTRE.name()) && text(precisions).isEmpty()) {
            erreurs.add("precisions", t("Dites la raison en quelques mots."));
        }
        reason().entries().forEach(e -> erreurs.add(e.getKey(), e.getValue()));
        return erreurs;
    }

    /// Once its days can be read.
    Erreurs enClasse(Calendrier calendrier) {
        var said = plage(calendrier);
        return calendrier.demiJournees(said.du(), said.au()).stream().anyMatch(said::covers)
                ? new Erreurs()
                : Erreurs.of("du", t("Il n’y a pas classe à ce moment-là\u00a0: rien à signaler."));
    }

    /// Whether they speak of a day of every week.
    boolean weekly() {
        return text(chaque).matches("[1-6]");
    }

    /// Once it has no error.
    Plage plage(Calendrier calendrier) {
        var first = Dates.typed(text(du)).orElseThrow();
        return new Plage(
                first,
                Dates.typed(text(au)).orElseGet(() -> weekly() ? lastOfTheYear(calendrier, first) : first),
                weekly() ? DayOfWeek.of(Integer.parseInt(text(chaque))) : null,
                Arrays.stream(Moment.values())
                        .filter(m -> m.name().equals(text(moment)))
                        .findFirst()
                        .orElse(null));
    }

    /// The last day of class of that school year, as far as the calendar knows it.
    private static LocalDate lastOfTheYear(Calendrier calendrier, LocalDate first) {
        var end =
                new AnneeScolaire(AnneeScolaire.of(first).rentree() + 1).debut().minusDays(1);
        return calendrier.demiJournees(first, end).stream()
                .map(DemiJournee::jour)
                .reduce((_, last) -> last)
                .orElse(end);
    }

    static List<DayOfWeek> jours() {
        return Arrays.stream(DayOfWeek.values()).limit(5).toList();
    }
}
