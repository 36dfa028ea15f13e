package fr.entecole.annuaire;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public.Qui;
import java.util.Locale;
import java.util.regex.Pattern;

/// A public in words: whom, then where. « Familles du CM1 Mme Estève », « Équipe de l’école élémentaire Marie Curie ».
final class MotsDuPublic {

    private static final Pattern LEVEL = Pattern.compile("(TPS|PS|MS|GS|CP|CE1|CE2|CM1|CM2)\\b.*");
    private static final Pattern SECTION = Pattern.compile("(TPS|PS|MS|GS)\\b.*");

    private MotsDuPublic() {}

    /// @param place label of the class, name of the school…, "" when nobody knows it any more
    static String of(Public pour, String place) {
        return switch (pour.etendue()) {
            case CLASSE -> whom(pour.qui()) + " " + ofClasse(place);
            case GROUPE ->
                place.isEmpty()
                        ? t("{0} d’un groupe", whom(pour.qui()))
                        : t("{0} du groupe {1}", whom(pour.qui()), place);
            case ECOLE -> t("{0} de l’{1}", team(pour.qui()), place.isEmpty() ? t("école") : lower(place));
            case ELEVES ->
                pour.qui() == Qui.ELEVES
                        ? t(
                                "{0, plural, one {# élève} other {# élèves}}",
                                pour.cibles().size())
                        : t(
                                "{0, plural, one {{1} d’un élève} other {{1} de # élèves}}",
                                pour.cibles().size(), whom(pour.qui()));
            case CIRCONSCRIPTION ->
                t("{0} de la {1}", teams(pour.qui()), place.isEmpty() ? t("circonscription") : lower(place));
            case COMMUNE ->
                place.isEmpty()
                        ? t("{0} des écoles de la commune", teams(pour.qui()))
                        : t("{0} des écoles de {1}", teams(pour.qui()), place);
            case DEPARTEMENT -> t("{0} des écoles du département", teams(pour.qui()));
            case REGION -> t("{0} des écoles de la région", teams(pour.qui()));
            case PERSONNES ->
                t(
                        "{0, plural, one {# personne choisie} other {# personnes choisies}}",
                        pour.cibles().size());
        };
    }

    private static String ofClasse(String label) {
        if (SECTION.matcher(label).matches()) {
            return t("de la {0}", label);
        }
        return LEVEL.matcher(label).matches()
                ? t("du {0}", label)
                : t("de la classe {0}", label).strip();
    }

    private static String whom(Qui qui) {
        return switch (qui) {
            case RESPONSABLES -> t("Familles");
            case ELEVES -> t("Élèves");
            case EQUIPE -> t("Enseignants");
            case DIRECTIONS -> t("Direction");
        };
    }

    private static String team(Qui qui) {
        return qui == Qui.EQUIPE ? t("Équipe") : whom(qui);
    }

    private static String teams(Qui qui) {
        return switch (qui) {
            case EQUIPE -> t("Équipes");
            case DIRECTIONS -> t("Directions");
            default -> whom(qui);
        };
    }

    /// « École élémentaire … » within a sentence.
    private static String lower(String name) {
        return name.substring(0, 1).toLowerCase(Locale.FRENCH) + name.substring(1);
    }
}
