package fr.entecole.annuaire.officiel;

import static fr.entecole.socle.Phrases.t;

import java.util.List;
import java.util.stream.Collectors;

/// What a file of the public annuaire did, and in what it and the feed disagree, in words.
final class MotsDeLAnnuaire {

    private MotsDeLAnnuaire() {}

    static String said(AnnuaireOfficiel.Bilan bilan) {
        return t(
                "{0, plural, =0 {Aucune école publique lue} one {Une école publique lue} other {# écoles publiques lues}} : {1, plural, =0 {aucune ajoutée} one {une ajoutée} other {# ajoutées}}, {2, plural, =0 {aucune circonscription ajoutée} one {une circonscription ajoutée} other {# circonscriptions ajoutées}}, {3, plural, =0 {aucune commune ajoutée ou corrigée} one {une commune ajoutée ou corrigée} other {# communes ajoutées ou corrigées}}, {4, plural, =0 {aucun nom repris} one {un nom repris} other {# noms repris}}.",
                bilan.lues(),
                bilan.ajoutees(),
                bilan.circonscriptions(),
                bilan.communes(),
                bilan.nommees());
    }

    /// What the file says otherwise than the one before: « le nom, la commune ».
    static String champs(List<String> champs) {
        return champs.stream().map(MotsDeLAnnuaire::champ).collect(Collectors.joining(", "));
    }

    private static String champ(String champ) {
        return switch (champ) {
            case "nom" -> t("le nom");
            case "commune" -> t("la commune");
            case "siret" -> t("le SIRET");
            case "circonscription" -> t("la circonscription");
            case "etat" -> t("ouverte ou fermée");
            case "rpi" -> t("le regroupement pédagogique");
            default -> t("la place sur la carte");
        };
    }

    /// @param sorte of a disagreement
    static String titre(String sorte) {
        return switch (sorte) {
            case "fermee" -> t("Fermées selon l’annuaire public");
            case "renommee" -> t("Peut-être la même école sous deux codes");
            case "sans-flux" -> t("Ouvertes selon l’annuaire public, absentes du fichier de l’académie");
            case "sans-annuaire" -> t("Dans le fichier de l’académie, absentes de l’annuaire public");
            case "commune" -> t("D’une autre commune");
            case "circonscription" -> t("D’une autre circonscription");
            default -> t("Avec un autre SIRET");
        };
    }

    static String suite(String sorte) {
        return switch (sorte) {
            case "fermee" -> t("Si la fermeture est vraie, fermez l’école depuis sa fiche.");
            case "renommee" ->
                t(
                        "Le nom et la commune sont les mêmes, le code UAI a changé d’un côté. L’académie dit lequel est le bon.");
            case "sans-flux" -> t("Personne n’y entre : l’académie doit l’ajouter à son fichier.");
            case "sans-annuaire" -> t("Elle reste dans l’ENT. L’académie vérifie son code UAI.");
            default ->
                t("Le fichier de l’académie fait foi dans l’ENT. L’académie corrige celui des deux qui se trompe.");
        };
    }
}
