package fr.entecole.socle.contrats;

/// Under which service of the national audience measure (DNMA) the pages of a module are counted. A bean a module with
/// pages, collected by `mesure`, which counts their openings: a module declares, and does nothing more. Whose opening
/// it is, of which profile and which school, comes with the person.
///
/// A module without this bean is not counted, and says why in its example (`ExempleDeModule.withoutMesure`).
///
/// @param module the module's word, whose pages these are, those of its nested packages too
public record ServiceMesure(String module, Service service) {

    /// The services of the national plan. The columns of its published figures were read; of the names, `PAGE_ENT` and
    /// `PRODUCTION_COLLABORATIVE` alone, the others follow from the columns (docs/adr/0054).
    public enum Service {
        /// what belongs to no service: homes, directory, one's account, help
        PAGE_ENT("accueil"),
        ACTUALITES("actualites"),
        CAHIER_TEXTES("cahier_textes"),
        CAHIER_LIAISON("cahier_liaison"),
        COURRIER_ELECTRONIQUE("courrier_electronique"),
        VISIOCONFERENCE("visioconference"),
        STOCKAGE_PARTAGE("stockage_partage"),
        PRODUCTION_COLLABORATIVE("production_collaborative"),
        PARCOURS_PEDAGOGIQUE("parcours_pedagogique"),
        RESERVATION_SALLES_MATERIELS("reservation_salles_materiels"),
        SERVICE_COLLECTIVITE("service_collectivite"),
        SERVICES_VIE_SCOLAIRE("services_vie_scolaire"),
        GESTION_TEMPS("gestion_temps"),
        ABSENCES("absences"),
        GESTION_COMPETENCES("gestion_competences"),
        RESSOURCE_DOCUMENTAIRE("ressource_documentaire");

        private final String colonne;

        Service(String colonne) {
            this.colonne = colonne;
        }

        /// As the published figures call it, after `visites_`.
        public String colonne() {
            return colonne;
        }
    }
}
