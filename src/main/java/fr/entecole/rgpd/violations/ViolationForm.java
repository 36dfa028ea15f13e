package fr.entecole.rgpd.violations;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.rgpd.violations.Violation.Nature;
import fr.entecole.socle.Dates;
import fr.entecole.socle.web.Erreurs;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A breach as it is told: when it was known, what, of how many.
record ViolationForm(String jour, String heure, String titre, String nature, String personnes, String constat) {

    static final ViolationForm EMPTY = new ViolationForm("", "", "", "", "", "");

    private static final int TITRE = 150;
    private static final int CONSTAT = 2000;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}");
    private static final Duration OLDEST = Duration.ofDays(365);

    ViolationForm(
            @Nullable String jour,
            @Nullable String heure,
            @Nullable String titre,
            @Nullable String nature,
            @Nullable String personnes,
            @Nullable String constat) {
        this.jour = typed(jour);
        this.heure = typed(heure);
        this.titre = typed(titre);
        this.nature = typed(nature);
        this.personnes = typed(personnes);
        this.constat = typed(constat);
    }

    Erreurs erreurs(Instant now) {
        var erreurs = new Erreurs();
        var known = instant();
        if (known.isEmpty() || known.get().isAfter(now) || known.get().isBefore(now.minus(OLDEST))) {
            erreurs.add("jour", t("Dites le jour et l’heure où vous l’avez apprise : déjà passés, dans l’année."));
        }
        if (titre.isEmpty() || titre.length() > TITRE) {
            erreurs.add("titre", t("Dites-la en une ligne, sans nommer personne, en {0} caractères au plus.", TITRE));
        }
        if (find().isEmpty()) {
            erreurs.add("nature", t("Choisissez ce qui est arrivé aux données."));
        }
        if (!NUMBER.matcher(personnes).matches()) {
            erreurs.add("personnes", t("Écrivez un nombre, même approché : 0 si vous ne savez pas encore."));
        }
        if (constat.isEmpty() || constat.length() > CONSTAT) {
            erreurs.add("constat", t("Écrivez ce que l’on sait, en {0, number} caractères au plus.", CONSTAT));
        }
        return erreurs;
    }

    /// Of one without errors, as those below.
    Instant connue() {
        return instant().orElseThrow();
    }

    Nature which() {
        return find().orElseThrow();
    }

    int count() {
        return Integer.parseInt(personnes);
    }

    private Optional<Nature> find() {
        return Arrays.stream(Nature.values())
                .filter(one -> one.name().equals(nature))
                .findFirst();
    }

    private Optional<Instant> instant() {
        try {
            var time = LocalTime.parse(heure);
            return Dates.typed(jour)
                    .map(day -> day.atTime(time).atZone(Dates.PARIS).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static String typed(@Nullable String field) {
        return Objects.requireNonNullElse(field, "").strip();
    }
}
