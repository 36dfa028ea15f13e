package fr.entecole.portail;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile.Partie;
import fr.entecole.socle.Tuile.Place;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What a home has as long as no room fills its column: what will come, from whom, and two pages that serve today. It
/// goes by itself with the first tile that does. No statement.
@Component
class AVenir {

    List<Partie> parts(Utilisateur utilisateur) {
        return utilisateur.is(Profil.PERSONNEL, Profil.CONTRIBUTEUR, Profil.ASSISTANCE, Profil.DPO)
                ? List.of(aVenir(utilisateur.profil()))
                : List.of();
    }

    private static Partie aVenir(Profil profil) {
        return switch (profil) {
            case CONTRIBUTEUR ->
                aVenir(
                        "mairie",
                        t("Ici s’écriront les pages de la commune"),
                        t("Votre commune vous dira quand commencer, et relira chaque page avant qu’elle paraisse."),
                        lien("signature", t("Lire la charte"), "/charte"),
                        lien("info", t("Qui répond de ce qui est publié"), "/mentions-legales"));
            case ASSISTANCE ->
                aVenir(
                        "lettre",
                        t("Ici arriveront les demandes des écoles"),
                        t(
                                "Les écoles et les circonscriptions vous les adresseront. D’ici là, elles vous joignent comme avant, avec le numéro que donne la page d’aide."),
                        lien("aide", t("Ce que lisent ceux qui cherchent de l’aide"), "/aide"),
                        lien("liste", t("Toutes les pages du service"), "/plan-du-site"));
            case DPO ->
                aVenir(
                        "lettre",
                        t("Ici arrivent les demandes sur les données"),
                        t(
                                "Chacun lit ses données sur sa page et vous écrit de là ; une lettre s’enregistre dans la file."),
                        lien("liste", t("Le registre des traitements"), "/donnees-personnelles/registre"),
                        lien("alerte", t("Les violations de données"), "/rgpd/violations"));
            default ->
                aVenir(
                        "ecole",
                        t("Ici arrivera ce que l’école vous confie"),
                        t(
                                "La direction de l’école décide des classes et des élèves que vous suivez. Si quelque chose vous manque, demandez-le-lui."),
                        lien("telephone", t("À qui demander dans l’école"), "/aide"),
                        lien("signature", t("Lire la charte"), "/charte"));
        };
    }

    @SafeVarargs
    private static Partie aVenir(String dessin, String quoi, String qui, List<String>... liens) {
        return new Partie(
                Place.COLONNE,
                10,
                "portail/_a-venir",
                Map.of("dessin", dessin, "quoi", quoi, "qui", qui, "liens", List.of(liens)));
    }

    private static List<String> lien(String icone, String mot, String adresse) {
        return List.of(icone, mot, adresse);
    }
}
