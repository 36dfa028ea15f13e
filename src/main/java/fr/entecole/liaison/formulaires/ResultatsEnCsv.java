package fr.entecole.liaison.formulaires;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.liaison.formulaires.Depouillement.Resultat;
import fr.entecole.liaison.formulaires.LectureDesFormulaires.Recu;
import fr.entecole.liaison.formulaires.LectureDesFormulaires.Repondant;
import fr.entecole.liaison.formulaires.Question.Valeur;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Results to take away: a line for each answer, or what the page counts where they are anonymous.
final class ResultatsEnCsv {

    private ResultatsEnCsv() {}

    /// @param enfants of guardians who have answered each for themself, the names of their children
    static byte[] named(
            Formulaire formulaire, List<Repondant> repondants, Map<UUID, String> enfants, List<Recu> recus) {
        var csv = new FichierCsv();
        csv.line(List.copyOf(heads(formulaire)));
        lines(formulaire, repondants, enfants, recus).forEach(csv::line);
        return csv.bytes();
    }

    /// Of [#lines].
    static List<String> heads(Formulaire formulaire) {
        List<String> heads = new ArrayList<>(List.of(t("Enfant"), t("Responsable")));
        formulaire.questions().forEach(q -> heads.add(q.libelle()));
        return heads;
    }

    /// Who has answered what, one line each; never asked of an anonymous form.
    static List<List<Object>> lines(
            Formulaire formulaire, List<Repondant> repondants, Map<UUID, String> enfants, List<Recu> recus) {
        List<List<Object>> lines = new ArrayList<>();
        Map<String, Valeur> said = new HashMap<>();
        recus.forEach(r -> said.putIfAbsent(r.question() + " " + r.pour(), r.valeur()));
        for (var repondant : repondants) {
            List<Object> cells = new ArrayList<>(List.of(
                    repondant.eleve().isEmpty() ? enfants.getOrDefault(repondant.pour(), "") : repondant.eleve(),
                    repondant.responsable()));
            formulaire.questions().forEach(q -> cells.add(value(q, said.get(q.id() + " " + repondant.pour()))));
            lines.add(cells);
        }
        return lines;
    }

    private static Object value(Question question, @Nullable Valeur valeur) {
        return valeur == null ? "" : words(question, valeur);
    }

    private static Object words(Question question, Valeur valeur) {
        if (valeur.nombre() != null) {
            return valeur.nombre();
        }
        return question.nature().hasOptions()
                ? valeur.choix().stream()
                        .map(n -> question.options().get(n - 1))
                        .collect(Collectors.joining(", "))
                : valeur.texte();
    }

    static byte[] counted(Depouillement depouillement) {
        var csv = new FichierCsv().line(List.of(t("Question"), t("Réponse"), t("Nombre")));
        depouillement.resultats().forEach(resultat -> add(csv, resultat));
        return csv.bytes();
    }

    private static void add(FichierCsv csv, Resultat resultat) {
        var question = resultat.question().libelle();
        resultat.comptes()
                .forEach(c -> csv.line(
                        List.of(question, c.libelle(), c.nombre() == null ? t("masqué") : (Object) c.nombre())));
        resultat.textes().forEach(texte -> csv.line(List.of(question, texte.texte(), "")));
        var nombres = resultat.nombres();
        if (nombres != null) {
            csv.line(List.of(question, t("Total"), nombres.total()));
            csv.line(List.of(question, t("Moyenne"), Math.round(nombres.moyenne() * 10) / 10.0));
        }
    }
}
