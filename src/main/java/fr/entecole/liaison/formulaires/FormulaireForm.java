package fr.entecole.liaison.formulaires;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.Calendrier;
import fr.entecole.liaison.Champs;
import fr.entecole.liaison.Repondants;
import fr.entecole.liaison.formulaires.Formulaire.Part;
import fr.entecole.liaison.formulaires.Formulaire.Reponses;
import fr.entecole.liaison.formulaires.Question.Nature;
import fr.entecole.socle.Dates;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Option;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A form as its author types it: questions, as many as are needed and one more.
record FormulaireForm(Champs champs) {

    static final int LONGEST_QUESTION = 200;
    private static final int LONGEST_OPTION = 100;
    private static final int MOST_QUESTIONS = 12;
    private static final int MOST_OPTIONS = 12;

    static String libelle(int line) {
        return "question-" + line;
    }

    static String nature(int line) {
        return "nature-" + line;
    }

    static String options(int line) {
        return "choix-" + line;
    }

    static String minimum(int line) {
        return "minimum-" + line;
    }

    static String maximum(int line) {
        return "maximum-" + line;
    }

    static List<Option> natures() {
        return Stream.of(Nature.values())
                .map(n -> new Option(n.name(), n.libelle()))
                .toList();
    }

    static List<Option> reponses() {
        return Stream.of(Reponses.values())
                .map(r -> new Option(r.name(), r.libelle(), r.precision()))
                .toList();
    }

    String one(String nom) {
        return champs.one(nom);
    }

    /// Questions to show: those that say something, and one more.
    int lines() {
        int last = IntStream.range(0, MOST_QUESTIONS)
                .filter(this::isTyped)
                .reduce((_, b) -> b)
                .orElse(-1);
        return Math.min(MOST_QUESTIONS, last + 2);
    }

    private boolean isTyped(int line) {
        return !(one(libelle(line)) + one(options(line)) + one(minimum(line)) + one(maximum(line))).isEmpty();
    }

    Nature natureTyped(int line) {
        return Stream.of(Nature.values())
                .filter(n -> n.name().equals(one(nature(line))))
                .findFirst()
                .orElse(Nature.CHOIX);
    }

    Reponses reponsesTyped() {
        return one("form-reponses").equals(Reponses.ANONYMES.name()) ? Reponses.ANONYMES : Reponses.NOMMEES;
    }

    static boolean proposes(String nom, String valeur) {
        return nom.matches("nature-\\d+") && valeur.equals(Nature.CHOIX.name())
                || nom.equals("form-reponses") && valeur.equals(Reponses.NOMMEES.name());
    }

    Part part() {
        return one("repondants").equals(Repondants.UN.name()) ? Part.ENFANT : Part.RESPONSABLE;
    }

    /// To the end of the day until which one answers, else for a fortnight.
    Instant end(LocalDate today) {
        return Dates.typed(one("avant"))
                .orElse(today.plusWeeks(2))
                .plusDays(1)
                .atStartOfDay(Calendrier.PARIS)
                .toInstant();
    }

    List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (int line = 0; line < MOST_QUESTIONS; line++) {
            if (isTyped(line)) {
                var nature = natureTyped(line);
                boolean number = nature == Nature.NOMBRE;
                questions.add(new Question(
                        new UUID(0, line + 1L),
                        questions.size() + 1,
                        nature,
                        one(libelle(line)),
                        nature.hasOptions() ? choices(line) : List.of(),
                        number ? Question.whole(one(minimum(line))).orElse(null) : null,
                        number ? Question.whole(one(maximum(line))).orElse(null) : null));
            }
        }
        return questions;
    }

    private List<String> choices(int line) {
        return one(options(line))
                .lines()
                .map(String::strip)
                .filter(option -> !option.isEmpty())
                .distinct()
                .toList();
    }

    void judge(Erreurs erreurs) {
        int typed = 0;
        for (int line = 0; line < MOST_QUESTIONS; line++) {
            if (isTyped(line)) {
                typed++;
                judge(line, erreurs);
            }
        }
        if (typed == 0) {
            erreurs.add(libelle(0), t("Écrivez au moins une question."));
        }
    }

    private void judge(int line, Erreurs erreurs) {
        var asked = one(libelle(line));
        if (asked.isEmpty() || asked.length() > LONGEST_QUESTION) {
            erreurs.add(libelle(line), t("Écrivez la question, en {0} caractères au plus.", LONGEST_QUESTION));
        }
        var nature = natureTyped(line);
        if (nature.hasOptions()) {
            var choices = choices(line);
            if (choices.size() < 2 || choices.size() > MOST_OPTIONS) {
                erreurs.add(options(line), t("Donnez au moins 2 choix, un par ligne, et {0} au plus.", MOST_OPTIONS));
            } else if (choices.stream().anyMatch(choice -> choice.length() > LONGEST_OPTION)) {
                erreurs.add(options(line), t("Un choix a {0} caractères au plus.", LONGEST_OPTION));
            }
        }
        if (nature == Nature.NOMBRE) {
            var low = one(minimum(line));
            var high = one(maximum(line));
            var from = Question.whole(low);
            var to = Question.whole(high);
            if ((!low.isEmpty() && from.isEmpty())
                    || (!high.isEmpty() && to.isEmpty())
                    || (from.isPresent() && to.isPresent() && from.get() > to.get())) {
                erreurs.add(minimum(line), t("Donnez des nombres entiers, le plus petit d’abord."));
            }
        }
    }
}
