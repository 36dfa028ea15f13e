package fr.entecole.annuaire.aaf.application;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.aaf.MotsDesChamps;
import fr.entecole.annuaire.aaf.Rapport;
import fr.entecole.socle.Dates;
import java.util.List;
import java.util.Map;

/// The report as a person reads it in a terminal.
final class RapportTexte {

    private static final int REFUS = 20;
    private static final int LIBELLE = 20;
    private static final Map<String, String> MOTS = Map.of(
            "structures", "Écoles et services",
            "eleves", "Élèves",
            "responsables", "Responsables",
            "personnels", "Personnels",
            "classes", "Classes",
            "groupes", "Groupes",
            "liens", "Liens");
    private static final List<String> COLONNES =
            List.of("créés", "modifiés", "déplacés", "suspendus", "revenus", "archivés", "inchangés", "refusés");

    private RapportTexte() {}

    static String of(Rapport rapport) {
        var texte = new StringBuilder();
        line(
                texte,
                t(
                        "Académie {0} · {1}{2} · {3}",
                        rapport.academie(),
                        rapport.genre() == null ? t("envoi") : rapport.genre().mot(),
                        rapport.date() == null ? "" : t(" du {0}", Dates.words(rapport.date())),
                        state(rapport.issue())));
        if (rapport.raison() != null) {
            line(texte, rapport.raison());
        }
        if (rapport.issue() == Rapport.Issue.HELD) {
            line(texte, t("Ce que l’envoi ferait :"));
            table(texte, rapport.prevu());
        } else if (rapport.issue() != Rapport.Issue.REFUSED && rapport.issue() != Rapport.Issue.FAILED) {
            table(texte, rapport.counts());
        }
        for (var avertissement : rapport.warnings()) {
            line(
                    texte,
                    t("Attention ({0}) : {1}", avertissement.nombre(), MotsDesChamps.inWords(avertissement.message())));
            if (!avertissement.ids().isEmpty()) {
                line(texte, "    " + String.join(" ", avertissement.ids()));
            }
        }
        for (var refus : rapport.refused().stream().limit(REFUS).toList()) {
            line(
                    texte,
                    t(
                            "Refusé : {0} {1}. {2}",
                            MotsDesChamps.sorte(refus.sorte()), refus.id(), MotsDesChamps.inWords(refus.message())));
        }
        if (rapport.refused().size() > REFUS) {
            line(
                    texte,
                    t(
                            "… et {0, plural, one {un autre refus} other {# autres refus}} (tous avec --json).",
                            rapport.refused().size() - REFUS));
        }
        return texte.toString();
    }

    private static String state(Rapport.Issue issue) {
        return switch (issue) {
            case APPLIED -> t("appliqué");
            case UNCHANGED -> t("rien à faire, l’annuaire est déjà ainsi");
            case HELD -> t("retenu, rien n’a été changé");
            case REFUSED -> t("refusé, rien n’a été changé");
            case FAILED -> t("interrompu faute de mémoire, rien n’a été changé");
        };
    }

    private static void table(StringBuilder texte, Map<String, Rapport.Compte> comptes) {
        var entete = new StringBuilder(" ".repeat(LIBELLE));
        COLONNES.forEach(c -> entete.append(right(c, 11)));
        line(texte, entete.toString());
        for (var mot : Rapport.MOTS) {
            var compte = comptes.getOrDefault(mot, Rapport.Compte.ZERO);
            var ligne = new StringBuilder(left(MOTS.getOrDefault(mot, mot), LIBELLE));
            compte.toMap().values().forEach(n -> ligne.append(right(n.toString(), 11)));
            line(texte, ligne.toString());
        }
    }

    private static String left(String mot, int largeur) {
        return mot + " ".repeat(Math.max(0, largeur - mot.length()));
    }

    private static String right(String mot, int largeur) {
        return " ".repeat(Math.max(0, largeur - mot.length())) + mot;
    }

    private static void line(StringBuilder texte, String ligne) {
        texte.append(ligne).append('\n');
    }
}
