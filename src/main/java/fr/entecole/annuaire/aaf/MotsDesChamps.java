package fr.entecole.annuaire.aaf;

import static fr.entecole.socle.Phrases.t;

import java.util.regex.Pattern;

/// The attributes of the feed as people know them: the fields of ONDE.
public final class MotsDesChamps {

    private static final Pattern ATTRIBUT = Pattern.compile("\\bENT[A-Z][A-Za-z]+");

    private MotsDesChamps() {}

    /// A sentence of the report, its attributes said as fields; those that no field stands for stay.
    public static String inWords(String message) {
        return ATTRIBUT.matcher(message).replaceAll(found -> {
            var champ = of(found.group());
            return champ.equals(found.group()) ? champ : t("« {0} »", champ);
        });
    }

    /// @param code of a kind of records, as the report keeps it
    public static String sorte(String code) {
        return switch (code) {
            case "eleve" -> t("élève");
            case "responsable" -> t("responsable");
            case "personnel" -> t("personnel");
            default -> t("école ou service");
        };
    }

    /// @return the attribute itself when no field of ONDE holds it
    public static String of(String attribut) {
        return switch (attribut) {
            case "ENTEleveINE" -> t("INE");
            case "ENTPersonNom" -> t("Nom d’usage");
            case "ENTPersonNomPatro" -> t("Nom de famille");
            case "ENTPersonPrenom", "ENTPersonAutresPrenoms" -> t("Prénoms");
            case "ENTPersonDateNaissance" -> t("Date de naissance");
            case "ENTPersonCivilite" -> t("Civilité");
            case "ENTEleveNiveau" -> t("Niveau");
            case "ENTEleveAutoriteParentale" -> t("Responsables");
            case "ENTPersonClasses" -> t("Répartition dans les classes");
            case "ENTPersonGroupes" -> t("Répartition dans les groupes");
            case "ENTPersonFonctions" -> t("Affectation");
            case "ENTEleveDateEntreeClasses" -> t("Date d’entrée dans la classe");
            case "ENTEleveDateSortieClasses" -> t("Date de sortie de la classe");
            case "ENTEleveDateEntreeStructRattach" -> t("Date d’admission");
            case "ENTEleveDateSortieStructRattach" -> t("Date de radiation");
            case "ENTEleveRestaurantScolaire" -> t("Restaurant scolaire");
            case "ENTEleveTransport" -> t("Transport scolaire");
            case "ENTEleveGarderieMatin" -> t("Garderie du matin");
            case "ENTEleveGarderieSoir" -> t("Garderie du soir");
            case "ENTEleveEtudesSurveillees" -> t("Études surveillées");
            case "ENTPersonMail" -> t("Courriel");
            case "ENTPersonCodePostal" -> t("Code postal");
            case "ENTPersonAdresseDiffusion" -> t("Communication de l’adresse aux associations de parents");
            case "ENTPersonTelPerso" -> t("Téléphone du domicile");
            case "ENTPersRelEleveTelMobile" -> t("Téléphone portable");
            case "ENTPersRelEleveTelPro" -> t("Téléphone du travail");
            default -> attribut;
        };
    }
}
