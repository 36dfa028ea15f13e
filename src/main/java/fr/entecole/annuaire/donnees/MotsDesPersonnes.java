package fr.entecole.annuaire.donnees;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.DonneesPersonnelles.Traitement;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the directory holds about a person, in the words that this person reads. Links and restrictions have none:
/// other people stand in them, and what a head keeps to protect a child is told by the delegate, on request.
final class MotsDesPersonnes {

    /// Of what imports changed.
    static final Duration ECARTS = Duration.ofDays(365);

    /// Of the files by which schools complete the directory.
    static final Duration FICHIERS = Duration.ofDays(7);

    private MotsDesPersonnes() {}

    static List<Traitement> traitements() {
        return List.of(
                new Traitement(
                                t(
                                        "Identité, école, classe et responsables des élèves ; identité et coordonnées des responsables"),
                                t("L’école (ONDE)"),
                                AnnuaireDonneesPersonnelles.CONSERVATION)
                        .of("eleve", "responsable", "eleve_classe", "lien"),
                new Traitement(
                                t("Identité et fonctions des personnels"),
                                t("L’académie, ou l’école"),
                                AnnuaireDonneesPersonnelles.CONSERVATION)
                        .of("personnel", "fonction"),
                new Traitement(
                                t(
                                        "Classes rattachées aux enseignants ; demandes « c’est ma classe » et leur réponse ; image d’un enfant dans sa classe"),
                                t("L’équipe de l’école"),
                                AnnuaireDonneesPersonnelles.CONSERVATION)
                        .of("enseignement", "remplacement", "demande_classe", "embleme"),
                new Traitement(
                                t(
                                        "Ce que l’annuaire signale à corriger dans une fiche, jusqu’à ce que ce soit corrigé"),
                                t("L’annuaire académique fédérateur (AAF)"),
                                AnnuaireDonneesPersonnelles.CONSERVATION)
                        .of("signalement"),
                new Traitement(
                                t("Ce que chaque import de l’annuaire a changé d’une fiche, sans les valeurs"),
                                t("L’annuaire académique fédérateur (AAF)"),
                                ECARTS)
                        .of("ecart"),
                new Traitement(
                                t("Identité et rôle des agents des communes et de l’académie"),
                                t("La région académique ou la commune"),
                                AnnuaireDonneesPersonnelles.CONSERVATION)
                        .of("agent", "perimetre"),
                new Traitement(
                                t("Restrictions et mandats"),
                                t("La direction de l’école"),
                                AnnuaireDonneesPersonnelles.CONSERVATION)
                        .of("restriction", "mandat"),
                new Traitement(
                                t("Ce que l’école a corrigé d’une fiche de l’académie, et pourquoi"),
                                t("La direction de l’école"),
                                AnnuaireDonneesPersonnelles.CONSERVATION)
                        .of("correction"),
                new Traitement(
                                t("Départ d’un élève que l’école avait ajouté : dernier jour et raison"),
                                t("La direction de l’école"),
                                AnnuaireDonneesPersonnelles.CONSERVATION)
                        .of("depart"),
                new Traitement(
                                t("Que deux fiches se ressemblent, ou étaient celles d’une seule personne"),
                                t("La direction de l’école, ou la région académique"),
                                AnnuaireDonneesPersonnelles.CONSERVATION)
                        .of("reunion", "reunion_suite", "ressemblance"),
                new Traitement(
                        t("Fichiers de l’école (ONDE, tableaux) donnés en plus de l’annuaire"),
                        t("Les directions d’école, ou la région académique"),
                        FICHIERS),
                new Traitement(
                        t(
                                "Numéros d’annuaire d’un enfant parti, pour que les restrictions de sa fiche tiennent à son retour"),
                        t("Les directions d’école"),
                        AnnuaireDonneesPersonnelles.RETOUR),
                new Traitement(
                        t("Décision numérisée qui prouve une restriction, effacée trois mois après sa fin"),
                        t("Les directions d’école"),
                        AnnuaireDonneesPersonnelles.CONSERVATION));
    }

    static Map<String, String> libelles() {
        Map<String, String> mots = new LinkedHashMap<>();
        eleve(mots);
        responsable(mots);
        personnel(mots);
        agent(mots);
        mots.put("embleme", t("Image dans la classe"));
        mots.put("embleme.eleve_id", "");
        mots.put("embleme.classe_id", "");
        mots.put("embleme.depuis", t("Depuis"));
        mots.put("embleme.image", t("Image"));
        mots.put("embleme.lettre", t("Lettre"));
        fonction(mots);
        remplacement(mots);
        enseignement(mots);
        mandat(mots);
        eleveClasse(mots);
        mots.put("eleve_groupe", "");
        mots.put("lien", "");
        mots.put("ecart", "");
        mots.put("correction", "");
        mots.put("depart", "");
        mots.put("reunion", "");
        mots.put("reunion_suite", "");
        mots.put("ressemblance", "");
        perimetre(mots);
        mots.put("lien_en_attente", "");
        mots.put("restriction", "");
        mots.put("restriction_piece", "");
        return Collections.unmodifiableMap(mots);
    }

    private static void eleve(Map<String, String> mots) {
        mots.put("eleve", t("Fiche d’élève"));
        mots.put("eleve.prenom", t("Prénom"));
        mots.put("eleve.autres_prenoms", t("Autres prénoms"));
        mots.put("eleve.nom", t("Nom"));
        mots.put("eleve.nom_naissance", t("Nom de naissance"));
        mots.put("eleve.civilite", t("Civilité"));
        mots.put("eleve.date_naissance", t("Date de naissance"));
        mots.put("eleve.ine", t("Identifiant national (INE)"));
        mots.put("eleve.niveau", t("Niveau"));
        mots.put("eleve.niveau_code", "");
        mots.put("eleve.cycle", t("Cycle"));
        mots.put("eleve.type_classe", t("Type de classe"));
        mots.put("eleve.type_classe_code", "");
        mots.put("eleve.courriel", t("Courriel"));
        mots.put("eleve.restaurant", t("Restaurant scolaire"));
        mots.put("eleve.transport", t("Transport scolaire"));
        mots.put("eleve.garderie_matin", t("Garderie du matin"));
        mots.put("eleve.garderie_soir", t("Garderie du soir"));
        mots.put("eleve.etudes_surveillees", t("Études surveillées"));
        mots.put("eleve.entree_structure_le", t("Arrivée à l’école"));
        mots.put("eleve.sortie_structure_le", t("Départ de l’école"));
        mots.put("eleve.suspendu_le", t("Absent de l’annuaire depuis"));
        mots.put("eleve.academie", t("Code de l’académie"));
        mots.put("eleve.source", "");
        mots.put("eleve.aaf_id", t("Numéro dans l’annuaire de l’académie"));
        mots.put("eleve.id", "");
        mots.put("eleve.structure_id", "");
    }

    private static void responsable(Map<String, String> mots) {
        mots.put("responsable", t("Fiche de responsable"));
        mots.put("responsable.prenom", t("Prénom"));
        mots.put("responsable.autres_prenoms", t("Autres prénoms"));
        mots.put("responsable.nom", t("Nom"));
        mots.put("responsable.nom_naissance", t("Nom de naissance"));
        mots.put("responsable.civilite", t("Civilité"));
        mots.put("responsable.date_naissance", t("Date de naissance"));
        mots.put("responsable.adresse", t("Adresse"));
        mots.put("responsable.code_postal", t("Code postal"));
        mots.put("responsable.ville", t("Ville"));
        mots.put("responsable.pays", t("Pays"));
        mots.put("responsable.adresse_diffusion", t("Adresse communiquée aux associations de parents"));
        mots.put("responsable.telephone_domicile", t("Téléphone du domicile"));
        mots.put("responsable.telephone_mobile", t("Téléphone mobile"));
        mots.put("responsable.telephone_travail", t("Téléphone du travail"));
        mots.put("responsable.courriel", t("Courriel"));
        mots.put("responsable.suspendu_le", t("Absent de l’annuaire depuis"));
        mots.put("responsable.suspendu_sans_enfant", "");
        mots.put("responsable.academie", t("Code de l’académie"));
        mots.put("responsable.source", "");
        mots.put("responsable.aaf_id", t("Numéro dans l’annuaire de l’académie"));
        mots.put("responsable.id", "");
    }

    private static void personnel(Map<String, String> mots) {
        mots.put("personnel", t("Fiche de personnel"));
        mots.put("personnel.prenom", t("Prénom"));
        mots.put("personnel.autres_prenoms", t("Autres prénoms"));
        mots.put("personnel.nom", t("Nom"));
        mots.put("personnel.nom_naissance", t("Nom de naissance"));
        mots.put("personnel.civilite", t("Civilité"));
        mots.put("personnel.date_naissance", t("Date de naissance"));
        mots.put("personnel.courriel", t("Courriel"));
        mots.put("personnel.enseignant", t("Enseigne"));
        mots.put("personnel.specialites", t("Spécialités"));
        mots.put("personnel.rattachement_dates", t("Dates de rattachement"));
        mots.put("personnel.fonctions_dates", t("Dates des fonctions"));
        mots.put("personnel.direction_dates", t("Dates de direction"));
        mots.put("personnel.enseignant_dates", t("Dates d’enseignement"));
        mots.put("personnel.suspendu_le", t("Absent de l’annuaire depuis"));
        mots.put("personnel.academie", t("Code de l’académie"));
        mots.put("personnel.source", "");
        mots.put("personnel.aaf_id", t("Numéro dans l’annuaire de l’académie"));
        mots.put("personnel.id", "");
        mots.put("personnel.structure_rattachement_id", "");
    }

    private static void agent(Map<String, String> mots) {
        mots.put("agent", t("Fiche d’agent"));
        mots.put("agent.prenom", t("Prénom"));
        mots.put("agent.nom", t("Nom"));
        mots.put("agent.civilite", t("Civilité"));
        mots.put("agent.profil", "");
        mots.put("agent.fonction", "");
        mots.put("agent.courriel", t("Courriel"));
        mots.put("agent.commune_insee", t("Code INSEE de la commune"));
        mots.put("agent.fin", t("Dernier jour"));
        mots.put("agent.retire_le", t("Retiré le"));
        mots.put("agent.retire_raison", "");
        mots.put("agent.id", "");
        mots.put("agent.circonscription_id", "");
    }

    private static void perimetre(Map<String, String> mots) {
        mots.put("perimetre", t("Écoles suivies"));
        mots.put("perimetre.depuis", t("Depuis"));
        mots.put("perimetre.fini_le", t("Jusqu’au"));
        mots.put("perimetre.genre", "");
        mots.put("perimetre.cible", "");
        mots.put("perimetre.agent_id", "");
        mots.put("perimetre.id", "");
    }

    private static void fonction(Map<String, String> mots) {
        mots.put("fonction", t("Fonction dans une école"));
        mots.put("fonction.libelle", t("Fonction"));
        mots.put("fonction.specialite_libelle", t("Spécialité"));
        mots.put("fonction.directeur", t("Direction"));
        mots.put("fonction.depuis", t("Depuis"));
        mots.put("fonction.fini_le", t("Jusqu’au"));
        mots.put("fonction.source", "");
        mots.put("fonction.personnel_id", "");
        mots.put("fonction.structure_id", "");
        mots.put("fonction.code", "");
        mots.put("fonction.specialite_code", "");
    }

    private static void enseignement(Map<String, String> mots) {
        mots.put("enseignement", t("Rattachement à une classe"));
        mots.put("enseignement.depuis", t("Depuis"));
        mots.put("enseignement.fini_le", t("Jusqu’au"));
        mots.put("enseignement.personnel_id", "");
        mots.put("enseignement.classe_id", "");
        mots.put("enseignement.ajoute_par", "");
        mots.put("enseignement.fini_par", "");
        mots.put("enseignement.id", "");
    }

    private static void remplacement(Map<String, String> mots) {
        mots.put("remplacement", t("Remplacement dans une classe"));
        mots.put("remplacement.du", t("Premier jour"));
        mots.put("remplacement.au", t("Dernier jour"));
        mots.put("remplacement.nomme_le", t("Confié le"));
        mots.put("remplacement.ouvert_le", t("Commencé le"));
        mots.put("remplacement.fini_le", t("Fini le"));
        mots.put("remplacement.id", "");
        mots.put("remplacement.ecole_id", "");
        mots.put("remplacement.classe_id", "");
        mots.put("remplacement.personnel_id", "");
        mots.put("remplacement.enseignement_id", "");
        mots.put("remplacement.nomme_par", "");
        mots.put("remplacement.fini_par", "");
    }

    private static void mandat(Map<String, String> mots) {
        mots.put("mandat", t("Mandat de parent élu"));
        mots.put("mandat.depuis", t("Depuis"));
        mots.put("mandat.jusque", t("Jusqu’au"));
        mots.put("mandat.responsable_id", "");
        mots.put("mandat.structure_id", "");
    }

    private static void eleveClasse(Map<String, String> mots) {
        mots.put("eleve_classe", t("Inscription dans une classe"));
        mots.put("eleve_classe.depuis", t("Depuis"));
        mots.put("eleve_classe.fini_le", t("Jusqu’au"));
        mots.put("eleve_classe.entree_le", t("Arrivée"));
        mots.put("eleve_classe.sortie_le", t("Départ"));
        mots.put("eleve_classe.eleve_id", "");
        mots.put("eleve_classe.classe_id", "");
    }
}
