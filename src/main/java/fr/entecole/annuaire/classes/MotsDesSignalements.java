package fr.entecole.annuaire.classes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.aaf.MotsDesChamps;

/// The codes and attributes of the feed, said as a head meets them: what is wrong, and which field of ONDE to mend.
/// Codes: docs/interfaces/aaf.md. Staff are not mended in ONDE: their record is the académie's.
public final class MotsDesSignalements {

    private MotsDesSignalements() {}

    /// @param dit what the feed says
    /// @param champ the field of ONDE
    public record Constat(String dit, String champ) {}

    public static Constat of(String code, String attribut) {
        var champ = MotsDesChamps.of(attribut);
        return switch (code) {
            case "doublon-probable" ->
                new Constat(
                        t("Doublon probable : une autre fiche porte ce nom, avec la même naissance ou le même enfant."),
                        t("Responsables"));
            case "ine-absent" -> new Constat(t("L’élève n’a pas d’INE."), t("INE"));
            case "ine-invalide" -> new Constat(t("L’INE n’a pas la bonne forme : il n’est pas repris."), t("INE"));
            case "ine-double" -> new Constat(t("Un autre élève présent porte le même INE."), t("INE"));
            case "age-inattendu" ->
                new Constat(t("L’élève aurait moins de 2 ans ou plus de 15 ans."), t("Date de naissance"));
            case "niveau-inconnu" -> new Constat(t("Le niveau n’est pas un niveau du premier degré."), t("Niveau"));
            case "sans-responsable" ->
                new Constat(
                        t("L’élève n’a aucun responsable : personne ne reçoit de code pour lui."), t("Responsables"));
            case "lien-sans-personne" ->
                new Constat(
                        t("L’un de ses responsables manque dans l’annuaire : il n’a pas de compte."),
                        t("Responsables"));
            case "courriel-invalide" ->
                new Constat(t("L’adresse de courriel n’en est pas une : elle n’est pas reprise."), t("Courriel"));
            case "telephone-invalide" ->
                new Constat(t("Le numéro de téléphone n’en est pas un : il n’est pas repris."), champ);
            case "code-postal-invalide" -> new Constat(t("Le code postal n’en est pas un."), t("Code postal"));
            case "civilite-inconnue" -> new Constat(t("La civilité n’est ni M. ni Mme."), t("Civilité"));
            case "date-impossible" -> new Constat(t("Cette date est impossible : elle n’est pas reprise."), champ);
            case "nom-illisible" -> new Constat(t("Ce nom n’a aucune lettre lisible : il n’est pas repris."), champ);
            case "valeur-trop-longue" ->
                new Constat(t("Cette valeur est bien trop longue : elle n’est pas reprise."), champ);
            case "classe-autre-ecole" ->
                new Constat(t("La classe ou le groupe est d’une autre école : l’élève n’y est pas mis."), champ);
            case "direction-sans-fonction" ->
                new Constat(
                        t("La direction est dite d’une école ou d’un service où cette personne n’a pas de fonction."),
                        t("Affectation"));
            case "fonction-sans-structure" ->
                new Constat(t("L’école ou le service de sa fonction manque dans l’annuaire."), t("Affectation"));
            default -> new Constat(t("Une valeur n’a pas pu être lue : elle n’est pas reprise."), champ);
        };
    }
}
