package fr.entecole.portail;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile.Partie;
import fr.entecole.socle.Tuile.Place;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What a home has as long as no room fills its column: what will come, and from whom. It goes by itself with the first
/// tile that does. No statement.
@Component
class AVenir {

    List<Partie> parts(Utilisateur utilisateur) {
        return utilisateur.is(
                        Profil.PERSONNEL,
                        Profil.CONTRIBUTEUR,
                        Profil.FINANCES,
                        Profil.MAIRE,
                        Profil.ASSISTANCE,
                        Profil.DPO)
                ? List.of(aVenir(utilisateur.profil()))
                : List.of();
    }

    private static Partie aVenir(Profil profil) {
        return switch (profil) {
            case CONTRIBUTEUR ->
                aVenir(
                        "mairie",
                        t("Ici s’écriront les pages de la commune"),
                        t(
                                "Votre référent ville vous dira quand commencer. Il relit chaque page avant qu’elle paraisse."));
            case FINANCES ->
                aVenir(
                        "mairie",
                        t("Ici arriveront les titres de perception"),
                        t(
                                "La région académique les émettra, une fois par année scolaire, avec leurs pièces. D’ici là, vous n’avez rien à payer ni à vérifier."));
            case MAIRE ->
                aVenir(
                        "mairie",
                        t("Ici arrivera la convention à signer"),
                        t(
                                "La région académique l’enverra pour l’année scolaire. Votre référent ville suit les écoles de la commune."));
            case ASSISTANCE ->
                aVenir(
                        "lettre",
                        t("Ici arriveront les demandes des écoles"),
                        t(
                                "Les écoles et les circonscriptions vous les adresseront. D’ici là, elles vous joignent comme avant, avec le numéro que donne la page d’aide."));
            case DPO ->
                aVenir(
                        "lettre",
                        t("Ici arriveront les demandes sur les données"),
                        t(
                                "Chacun lit ses données sur sa page et vous écrit à l’adresse que la région a donnée : c’est là que les demandes vous attendent aujourd’hui."));
            default ->
                aVenir(
                        "ecole",
                        t("Ici arrivera ce que l’école vous confie"),
                        t(
                                "La direction de l’école décide des classes et des élèves que vous suivez. Si quelque chose vous manque, demandez-le-lui."));
        };
    }

    private static Partie aVenir(String dessin, String quoi, String qui) {
        return new Partie(Place.COLONNE, 10, "portail/_a-venir", Map.of("dessin", dessin, "quoi", quoi, "qui", qui));
    }
}
