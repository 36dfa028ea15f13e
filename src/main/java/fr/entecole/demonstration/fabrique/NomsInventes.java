package fr.entecole.demonstration.fabrique;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Names as feeds write them: capitals, accents kept or not, apostrophes, double hyphens for double surnames.
final class NomsInventes {

    private static final List<String> NOMS = List.of(
            "MARTIN",
            "BERNARD",
            "DUBOIS",
            "ROBERT",
            "PETIT",
            "DURAND",
            "LEROY",
            "MOREAU",
            "GARCIA",
            "FERNANDEZ",
            "LÓPEZ",
            "PÉREZ",
            "SANCHEZ",
            "ROUX",
            "VIDAL",
            "FABRE",
            "PUECH",
            "CALVET",
            "ESCANDE",
            "DELMAS",
            "BASTIDE",
            "OUSTRY",
            "ALRIC",
            "PAGÈS",
            "ROUQUETTE",
            "GAUBERT",
            "CAZALÈS",
            "BÉNÉZET",
            "D'ALMEIDA",
            "D'ESTÈVE",
            "L'HÔTE",
            "DE LA TOUR",
            "LE GOFF",
            "BENALI",
            "HADDAD",
            "AMARA",
            "DIALLO",
            "TRAORÉ",
            "NGUYEN",
            "ÖZTÜRK",
            "KOWALSKI",
            "FERREIRA",
            "ROSSI",
            "MÜLLER",
            "SØRENSEN",
            "O'CONNOR",
            "SAINT-MARTIN",
            "PUIG",
            "SOLER",
            "FERRER",
            "VERNET",
            "IZARD",
            "LACAZE",
            "MAURY",
            "NÈGRE",
            "SÉGUIER",
            "CROUZET",
            "BARTHÈS",
            "COMBES",
            "ASTRUC",
            "CROS",
            "RASCOL",
            "VIGIÉ",
            "SOULIÉ",
            "TEISSEIRE",
            "GALY",
            "MAS",
            "BOUSQUET",
            "RIVIÈRE",
            "ÉVRARD");
    private static final List<String> FILLES = List.of(
            "Emma",
            "Jade",
            "Louise",
            "Alice",
            "Chloé",
            "Lina",
            "Léa",
            "Rose",
            "Anna",
            "Mila",
            "Inès",
            "Ambre",
            "Julia",
            "Zoé",
            "Manon",
            "Agathe",
            "Éléa",
            "Maëlle",
            "Océane",
            "Salomé",
            "Camille",
            "Nour",
            "Aya",
            "Fatou",
            "Marie-Lou",
            "Anne-Sophie",
            "Héloïse",
            "Gaëlle",
            "Noémie",
            "Constance");
    private static final List<String> GARCONS = List.of(
            "Gabriel",
            "Raphaël",
            "Léo",
            "Louis",
            "Arthur",
            "Jules",
            "Maël",
            "Noah",
            "Adam",
            "Lucas",
            "Hugo",
            "Liam",
            "Sacha",
            "Gaspard",
            "Eliott",
            "Timéo",
            "Théo",
            "Malo",
            "Ilyes",
            "Moussa",
            "Nino",
            "Loïc",
            "François",
            "Jean-Noël",
            "Pierre-Yves",
            "Anaël",
            "Côme",
            "Titouan",
            "Ōsuke",
            "Zéphyr");
    private static final List<String> RUES = List.of(
            "RUE DES LILAS",
            "AVENUE DE L'ÉGLISE",
            "CHEMIN DU MOULIN",
            "IMPASSE DU LAVOIR",
            "PLACE DE LA MAIRIE",
            "RUE JEAN JAURÈS",
            "BOULEVARD DU CANAL",
            "ROUTE DE LA MER",
            "RUE DE L'HORTE",
            "CHEMIN DES VIGNES");
    private static final List<String> LIEUX = List.of(
            "SAINT-MARTIN",
            "VILLENEUVE",
            "CASTELNAU",
            "MONTCLAR",
            "PUYLAURENS",
            "FONTCOUVERTE",
            "ROQUEFORT",
            "LAGARDE",
            "BELPECH",
            "PEYRIAC",
            "ESCALES",
            "TOURNISSAN",
            "CAZILHAC",
            "MONTIRAT",
            "AIGUES",
            "SALLÈLES");
    private static final List<String> SUITES = List.of(
            "D'AUDE", "SUR-ORB", "LES-BAINS", "DE-BERGA", "LE-VIEUX", "DES-CORBIÈRES", "LA-GARRIGUE", "DU-RAZÈS");

    private final RandomGenerator hasard;

    NomsInventes(RandomGenerator hasard) {
        this.hasard = hasard;
    }

    private String one(List<String> parmi) {
        return parmi.get(hasard.nextInt(parmi.size()));
    }

    String nom() {
        var nom = one(NOMS);
        if (hasard.nextInt(50) == 0) {
            nom = nom + "--" + one(NOMS);
        } else if (hasard.nextInt(60) == 0) {
            nom = nom + "-" + one(NOMS);
        }
        return hasard.nextInt(4) == 0 ? bare(nom) : nom;
    }

    String prenom(boolean fille) {
        var prenom = one(fille ? FILLES : GARCONS);
        return hasard.nextInt(150) == 0
                ? prenom + "-"
                : hasard.nextInt(5) == 0 ? prenom.toUpperCase(Locale.FRANCE) : prenom;
    }

    String rue() {
        return (1 + hasard.nextInt(180)) + " " + one(RUES);
    }

    /// Of someone, by their number.
    static String rue(long numero) {
        return (1 + numero % 180) + " " + RUES.get((int) (numero % RUES.size()));
    }

    static String commune(int numero) {
        var lieu = LIEUX.get(numero % LIEUX.size());
        var suite = SUITES.get(numero / LIEUX.size() % SUITES.size());
        int tour = numero / (LIEUX.size() * SUITES.size());
        return bare(lieu + "-" + suite) + (tour == 0 ? "" : " " + tour);
    }

    /// Without accents, as many files write names.
    static String bare(String nom) {
        return Normalizer.normalize(nom.replace("Ø", "O").replace("ø", "o"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }

    static String mail(String prenom, String nom, long numero, String domaine) {
        var partie = (bare(prenom) + "." + bare(nom)).toLowerCase(Locale.ROOT).replaceAll("[^a-z.]+", "");
        return partie + numero + "@" + domaine;
    }
}
