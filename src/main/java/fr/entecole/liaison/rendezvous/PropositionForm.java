package fr.entecole.liaison.rendezvous;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.liaison.Champs;
import fr.entecole.liaison.Repondants;
import fr.entecole.liaison.rendezvous.Horaires.Plage;
import fr.entecole.liaison.rendezvous.Proposition.Part;
import fr.entecole.socle.Dates;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Option;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Meetings as typed: lines of a day and two hours, as many as are needed and one more.
record PropositionForm(Champs champs) {

    static final int LONGEST_LIEU = 100;
    private static final String QUINZE = "15";
    private static final String SANS = "0";
    private static final int MOST_LINES = 8;
    private static final int SHOWN = 2;
    private static final List<String> MINUTES = List.of("10", "15", "20", "30", "45", "60");
    private static final List<String> PAUSES = List.of("0", "5", "10", "15");

    static String jour(int line) {
        return "rdv-jour-" + line;
    }

    static String de(int line) {
        return "rdv-de-" + line;
    }

    static String a(int line) {
        return "rdv-a-" + line;
    }

    static List<Option> minutes() {
        return Option.all(MINUTES, m -> m, m -> t("{0} min", m));
    }

    static List<Option> pauses() {
        return Option.all(PAUSES, m -> m, m -> m.equals("0") ? t("Sans pause") : t("{0} min", m));
    }

    /// Lines to show: those that say something, and one more.
    int lines() {
        int last = IntStream.range(0, MOST_LINES)
                .filter(this::isTyped)
                .reduce((_, b) -> b)
                .orElse(-1);
        return Math.min(MOST_LINES, Math.max(SHOWN, last + 2));
    }

    private boolean isTyped(int line) {
        return !(one(jour(line)) + one(de(line)) + one(a(line))).isEmpty();
    }

    String one(String nom) {
        return champs.one(nom);
    }

    String lieu() {
        return one("rdv-lieu");
    }

    String minutesTyped() {
        return MINUTES.contains(one("rdv-minutes")) ? one("rdv-minutes") : QUINZE;
    }

    String pauseTyped() {
        return PAUSES.contains(one("rdv-pause")) ? one("rdv-pause") : SANS;
    }

    static boolean proposes(String nom, String valeur) {
        return nom.equals("rdv-minutes") && valeur.equals(QUINZE) || nom.equals("rdv-pause") && valeur.equals(SANS);
    }

    void counsel(int enfants, int responsables, Erreurs conseils) {
        int slots = horaires().tranches().size();
        boolean byChild = part() == Part.ENFANT;
        int asked = byChild ? enfants : responsables;
        if (slots > 0 && slots < asked) {
            conseils.add(
                    jour(0),
                    t(
                            "{0, plural, one {# créneau} other {# créneaux}} pour {1}\u00a0: tous n’en auront pas. Ajoutez des heures, ou publiez ainsi.",
                            slots,
                            byChild
                                    ? t("{0, plural, one {# enfant} other {# enfants}}", asked)
                                    : t("{0, plural, one {# responsable} other {# responsables}}", asked)));
        }
    }

    Part part() {
        return one("repondants").equals(Repondants.CHACUN.name()) ? Part.RESPONSABLE : Part.ENFANT;
    }

    /// To the end of the day until which one answers, else of the eve of the first meeting, else of its day.
    Instant end(Instant now) {
        var first = horaires().tranches().stream()
                .map(Horaires.Tranche::debut)
                .min(Instant::compareTo)
                .orElse(now);
        var eve = Heures.jour(first).minusDays(1);
        var last = eve.isBefore(Heures.jour(now)) ? Heures.jour(first) : eve;
        return Dates.typed(one("avant"))
                .orElse(last)
                .plusDays(1)
                .atStartOfDay(Calendrier.PARIS)
                .toInstant();
    }

    /// What these lines make; one that is not whole makes nothing.
    Horaires horaires() {
        return new Horaires(
                IntStream.range(0, MOST_LINES)
                        .mapToObj(this::plage)
                        .flatMap(Optional::stream)
                        .toList(),
                Integer.parseInt(minutesTyped()),
                Integer.parseInt(pauseTyped()));
    }

    private Optional<Plage> plage(int line) {
        var jour = Dates.typed(one(jour(line)));
        var de = hour(one(de(line)));
        var a = hour(one(a(line)));
        return jour.isEmpty() || de.isEmpty() || a.isEmpty()
                ? Optional.empty()
                : Optional.of(new Plage(jour.get(), de.get(), a.get()));
    }

    static Optional<LocalTime> hour(String words) {
        try {
            return Optional.of(LocalTime.parse(words));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    void judge(LocalDate today, Calendriers calendriers, Erreurs erreurs) {
        var ecole = champs.all("pour").stream()
                .flatMap(code -> Public.parse(code).stream())
                .map(Public::ecoleId)
                .findFirst();
        var calendrier = ecole.map(id -> calendriers.of(List.of(id)).get(id));
        var known = horaires();
        List<Integer> lines = new ArrayList<>();
        for (int line = 0; line < MOST_LINES; line++) {
            if (plage(line).isPresent()) {
                lines.add(line);
            } else if (isTyped(line)) {
                erreurs.add(jour(line), t("Donnez un jour, une heure de début et une heure de fin."));
            }
        }
        if (lines.isEmpty()) {
            erreurs.add(jour(0), t("Donnez au moins un jour et ses heures."));
        }
        calendrier.ifPresent(c -> IntStream.range(0, lines.size())
                .forEach(i -> erreurs.add(jour(lines.get(i)), known.refus(i, today, c))));
        if (known.tranches().size() > Horaires.MOST) {
            erreurs.add(jour(0), t("C’est plus de {0} rendez-vous : proposez-les en plusieurs mots.", Horaires.MOST));
        }
        if (lieu().isEmpty() || lieu().length() > LONGEST_LIEU) {
            erreurs.add("rdv-lieu", t("Dites où, en {0} caractères au plus.", LONGEST_LIEU));
        }
        var end = Dates.typed(one("avant"));
        if (end.isPresent() && known.plages().stream().allMatch(p -> p.jour().isBefore(end.get()))) {
            erreurs.add("avant", t("Choisissez un jour qui ne passe pas le dernier rendez-vous."));
        }
    }
}
