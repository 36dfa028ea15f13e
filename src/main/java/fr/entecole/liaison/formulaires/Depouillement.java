package fr.entecole.liaison.formulaires;

import fr.entecole.liaison.formulaires.LectureDesFormulaires.Recu;
import fr.entecole.liaison.formulaires.LectureDesFormulaires.Repondant;
import fr.entecole.liaison.formulaires.Question.Nature;
import fr.entecole.liaison.formulaires.Question.Valeur;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a form has given, question by question. Pure.
///
/// An anonymous one gives nothing before it is closed (who looks before and after an answer would read it), nothing
/// under five answers, no count under five; and where one choice alone would be hidden, the next smallest is hidden
/// too, since the sum is known.
record Depouillement(Formulaire formulaire, int repondants, List<Resultat> resultats) {

    static final int ENOUGH = 5;

    static Depouillement of(Formulaire formulaire, List<Repondant> repondants, List<Recu> recus, Instant now) {
        if (formulaire.anonyme() && (formulaire.isOpen(now) || repondants.size() < ENOUGH)) {
            return new Depouillement(formulaire, repondants.size(), List.of());
        }
        Map<UUID, String> noms = new HashMap<>();
        repondants.forEach(r -> noms.put(r.pour(), r.nom()));
        return new Depouillement(
                formulaire,
                repondants.size(),
                formulaire.questions().stream()
                        .map(q -> resultat(
                                q,
                                recus.stream()
                                        .filter(r -> r.question().equals(q.id()))
                                        .toList(),
                                noms,
                                formulaire.anonyme()))
                        .toList());
    }

    private static Resultat resultat(Question question, List<Recu> recus, Map<UUID, String> noms, boolean anonyme) {
        var valeurs = recus.stream().map(Recu::valeur).toList();
        var nombres = valeurs.stream()
                .map(Valeur::nombre)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .summaryStatistics();
        var textes = recus.stream()
                .filter(r -> !r.valeur().texte().isEmpty())
                .map(r -> new Texte(r.valeur().texte(), r.pour() == null ? "" : noms.getOrDefault(r.pour(), "")))
                .toList();
        return new Resultat(
                question,
                question.nature().hasOptions() ? counts(question, valeurs, anonyme) : List.of(),
                textes,
                nombres.getCount() == 0 || (anonyme && nombres.getCount() < ENOUGH)
                        ? null
                        : new Nombres(
                                (int) nombres.getCount(),
                                nombres.getSum(),
                                nombres.getAverage(),
                                anonyme ? null : nombres.getMin(),
                                anonyme ? null : nombres.getMax()));
    }

    private static List<Compte> counts(Question question, List<Valeur> valeurs, boolean anonyme) {
        var counts = IntStream.rangeClosed(1, question.options().size())
                .map(n -> (int)
                        valeurs.stream().filter(v -> v.choix().contains(n)).count())
                .boxed()
                .toList();
        int all = Math.max(1, valeurs.size());
        var hidden = anonyme ? hidden(counts, question.nature()) : Collections.<Integer>emptyList();
        return IntStream.range(0, counts.size())
                .mapToObj(i -> hidden.contains(i)
                        ? new Compte(question.options().get(i), null, 0)
                        : new Compte(question.options().get(i), counts.get(i), Math.round(100f * counts.get(i) / all)))
                .toList();
    }

    private static List<Integer> hidden(List<Integer> counts, Nature nature) {
        List<Integer> hidden = new ArrayList<>(IntStream.range(0, counts.size())
                .filter(i -> counts.get(i) < ENOUGH)
                .boxed()
                .toList());
        if (nature == Nature.CHOIX && hidden.size() == 1) {
            IntStream.range(0, counts.size())
                    .boxed()
                    .filter(i -> !hidden.contains(i))
                    .min(Comparator.comparing(counts::get))
                    .ifPresent(hidden::add);
        }
        return hidden;
    }

    /// @param nombres null where there are none, or too few
    record Resultat(
            Question question,
            List<Compte> comptes,
            List<Texte> textes,
            @Nullable Nombres nombres) {}

    /// @param nombre null: hidden
    /// @param part of those who have answered, of a hundred
    record Compte(String libelle, @Nullable Integer nombre, int part) {}

    /// @param nom empty: anonymous
    record Texte(String texte, String nom) {}

    /// @param minimum,maximum null of an anonymous form: each is what somebody has answered
    record Nombres(
            int combien,
            long total,
            double moyenne,
            @Nullable Integer minimum,
            @Nullable Integer maximum) {}
}
