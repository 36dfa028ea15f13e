package fr.entecole.demonstration.fabrique;

import fr.entecole.demonstration.fabrique.FichiersAaf.Attribut;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What real feeds hold and nobody would invent (reference aaf-onde §3, §4, §9), told by the number of a record: it
/// draws nothing, so that a world has the same people with it as without.
final class Bizarreries {

    private static final String[] LONG = {"DE", "LA", "TOUR", "DU", "PIN", "DE"};

    private Bizarreries() {}

    /// Hyphens with blanks around them, a surname of one letter, one of seven words.
    static String nom(String nom, long id) {
        return switch ((int) (id % 211)) {
            case 17 -> nom + "- " + NomsInventes.bare(nom);
            case 58 -> nom + " - " + NomsInventes.bare(nom);
            case 101 -> nom.substring(0, 1);
            case 160 -> String.join(" ", LONG) + " " + nom;
            default -> nom;
        };
    }

    /// Quotes inside a first name.
    static String prenom(String prenom, long id) {
        return id % 307 == 41 ? prenom + " \"" + NomsInventes.bare(prenom) + "\"" : prenom;
    }

    /// Three orders among the records of one file; an attribute that comes twice, empty then filled, stays in its
    /// order.
    static List<Attribut> ordre(List<Attribut> attributs, long id) {
        if (id % 3 == 0 || twice(attributs)) {
            return attributs;
        }
        List<Attribut> others = new ArrayList<>(attributs);
        if (id % 3 == 1) {
            Collections.reverse(others);
        } else {
            Collections.rotate(others, others.size() / 2);
        }
        return others;
    }

    private static boolean twice(List<Attribut> attributs) {
        return attributs.stream().map(Attribut::nom).distinct().count() < attributs.size();
    }

    /// Both ways of saying nothing stand in one file.
    static String nothing(long id) {
        return id % 2 == 0 ? "<value/>" : "<value></value>";
    }

    /// One who lives elsewhere than the other parent.
    static boolean separated(long responsable) {
        return responsable % 9 == 4;
    }

    /// A child who lives with an assistant familial, and for whom a body answers.
    static boolean fostered(long eleve) {
        return eleve % 149 == 7;
    }

    /// A brother or a sister in the next school.
    static boolean elsewhere(long eleve) {
        return eleve % 5 == 0;
    }

    /// A value that was cut on the way.
    static String groupe(String valeur, long id) {
        return id % 5003 == 0 ? valeur.substring(0, valeur.lastIndexOf('$', valeur.lastIndexOf('$') - 1)) : valeur;
    }

    static String telephone(String numero, long id) {
        return id % 100 == 50 ? "0000000000 -" : numero;
    }

    /// Schools that share their pupils, by three.
    static List<String> rpi(long structure, String departement, String commune) {
        return structure % 20 < 3
                ? List.of(
                        "%s%03d$%s/VALLON/COMBE$%s".formatted(departement, structure / 20 % 1000, commune, departement))
                : List.of();
    }
}
