package fr.entecole.liaison.sorties;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.liaison.Mot;
import fr.entecole.liaison.Repondu.Sens;
import fr.entecole.liaison.sorties.Sorties.Precaution;
import fr.entecole.liaison.suivi.Suivi;
import fr.entecole.liaison.suivi.Suivi.Enfant;
import fr.entecole.liaison.suivi.Suivi.Verdict;
import fr.entecole.papier.Feuillet;
import fr.entecole.papier.TableauImprime;
import fr.entecole.socle.Dates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/// The list for the day, on paper: who goes, who stays, of whom nobody knows yet; whom to call, and what the family
/// wrote for that day.
///
/// @param appels names of guardians with their telephones, by child
record ListeDuJour(Mot mot, Sortie sortie, Suivi suivi, List<Precaution> precautions, Map<UUID, List<String>> appels) {

    private static final String STYLE = style();

    Feuillet feuillet(String lieu, LocalDate today) {
        return new Feuillet("papier/tableau", Map.of("tableau", tableau(lieu, today)), STYLE);
    }

    private static String style() {
        try (var in = Objects.requireNonNull(
                ListeDuJour.class.getResourceAsStream("/fr/entecole/liaison/sorties/liste.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TableauImprime tableau(String lieu, LocalDate today) {
        return new TableauImprime(
                t("{0}, {1}", mot.titre(), Dates.jour(sortie.jour())),
                lieu,
                t(
                        "{0}. Départ {1}, retour {2}. Liste du {3}. Y vont\u00a0: {4}. Restent\u00a0: {5}. À demander, un oui et un non\u00a0: {6}. Réponses attendues\u00a0: {7}. À détruire après la sortie.",
                        sortie.lieu(),
                        Sortie.heure(sortie.depart()),
                        Sortie.heure(sortie.retour()),
                        Dates.words(today),
                        count(Verdict.OUI),
                        count(Verdict.NON) - aDemander(),
                        aDemander(),
                        count(Verdict.ATTEND)),
                List.of(t("Élève"), t("Sortie"), t("Qui appeler"), t("Écrit par la famille"), t("À cocher")),
                suivi.enfants().stream()
                        .sorted(Comparator.comparing(suivi::verdict))
                        .map(this::ligne)
                        .toList());
    }

    private long count(Verdict verdict) {
        return suivi.enfants().stream().filter(e -> suivi.verdict(e) == verdict).count();
    }

    private long aDemander() {
        return suivi.enfants().stream()
                .filter(e -> suivi.verdict(e) == Verdict.NON && disagree(e))
                .count();
    }

    private List<String> ligne(Enfant enfant) {
        var verdict = switch (suivi.verdict(enfant)) {
            case OUI -> t("Y va");
            case NON -> disagree(enfant) ? t("Un oui, un non\u00a0: à demander") : t("Reste");
            case ATTEND ->
                enfant.responsables().stream().anyMatch(r -> r.dit() != null)
                        ? t("Il manque une réponse")
                        : t("Pas de réponse");
        };
        return List.of(
                enfant.nom(), verdict, String.join(" · ", calls(enfant)), String.join("\n", written(enfant)), "");
    }

    private static boolean disagree(Enfant enfant) {
        return enfant.responsables().stream().anyMatch(r -> {
            var dit = r.dit();
            return dit != null && dit.sens() == Sens.OUI;
        });
    }

    private List<String> calls(Enfant enfant) {
        var lines = new ArrayList<String>();
        precautions.stream()
                .filter(p -> p.eleve().equals(enfant.id()) && !p.telephone().isEmpty())
                .forEach(p -> lines.add(t("{0}, ce jour-là\u00a0: {1}", name(enfant, p.personne()), p.telephone())));
        lines.addAll(Objects.requireNonNullElse(appels.get(enfant.id()), List.of()));
        return lines;
    }

    private List<String> written(Enfant enfant) {
        var allergies = precautions.stream()
                .filter(p -> p.eleve().equals(enfant.id()) && !p.allergies().isEmpty())
                .map(p -> t("{0}. Allergies\u00a0: {1}", name(enfant, p.personne()), p.allergies()));
        var words = enfant.responsables().stream().flatMap(r -> {
            var dit = r.dit();
            return dit == null || dit.precision().isEmpty()
                    ? Stream.of()
                    : Stream.of(t("{0}\u00a0: {1}", r.nom(), dit.precision()));
        });
        return Stream.concat(allergies, words).toList();
    }

    private static String name(Enfant enfant, UUID personne) {
        return enfant.responsables().stream()
                .filter(r -> r.personne().equals(personne))
                .map(Suivi.Responsable::nom)
                .findFirst()
                .orElse("");
    }
}
