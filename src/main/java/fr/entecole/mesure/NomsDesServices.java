package fr.entecole.mesure;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.contrats.ServiceMesure.Service;

/// The services as people of a school know them.
final class NomsDesServices {

    private NomsDesServices() {}

    static String of(Service service) {
        return switch (service) {
            case PAGE_ENT -> t("Accueil et pages communes");
            case ACTUALITES -> t("Actualités");
            case CAHIER_TEXTES -> t("Cahier de textes");
            case CAHIER_LIAISON -> t("Mots aux familles");
            case COURRIER_ELECTRONIQUE -> t("Messages");
            case VISIOCONFERENCE -> t("Visioconférence");
            case STOCKAGE_PARTAGE -> t("Fichiers");
            case PRODUCTION_COLLABORATIVE -> t("Productions de classe");
            case PARCOURS_PEDAGOGIQUE -> t("Exercices");
            case RESERVATION_SALLES_MATERIELS -> t("Réservations");
            case SERVICE_COLLECTIVITE -> t("Pages de la commune");
            case SERVICES_VIE_SCOLAIRE -> t("Vie de l’école");
            case GESTION_TEMPS -> t("Agenda et calendrier");
            case ABSENCES -> t("Appel");
            case GESTION_COMPETENCES -> t("Carnet de suivi");
            case RESSOURCE_DOCUMENTAIRE -> t("Ressources");
        };
    }
}
