package fr.entecole.annuaire.donnees;

import java.util.List;

/// The columns of the directory in which a person stands, by which they are exported and forgotten.
final class LieuxDesPersonnes {

    /// A child's file is read by their other guardians: that one is kept out is in the file of that one only.
    static final Place TOLD_TO_NOBODY_ELSE = new Place("restriction", "eleve_id");

    static final Place OF_THE_GUARDIAN = new Place("restriction", "responsable_id");

    /// Where a person stands, links before the person.
    static final List<Place> PLACES = List.of(
            new Place("embleme", "eleve_id"),
            new Place("eleve_classe", "eleve_id"),
            new Place("depart", "eleve_id"),
            new Place("eleve_groupe", "eleve_id"),
            new Place("lien", "eleve_id"),
            new Place("lien", "responsable_id"),
            new Place("lien_en_attente", "eleve_id"),
            TOLD_TO_NOBODY_ELSE,
            OF_THE_GUARDIAN,
            new Place("mandat", "responsable_id"),
            new Place("fonction", "personnel_id"),
            new Place("enseignement", "personnel_id"),
            new Place("remplacement", "personnel_id"),
            new Place("demande_classe", "personnel_id"),
            new Place("signalement", "personne_id"),
            new Place("ecart", "personne_id"),
            new Place("correction", "personne_id"),
            new Place("reunion_suite", "cible_id"),
            new Place("reunion", "garde_id"),
            new Place("reunion", "autre_id"),
            new Place("ressemblance", "un"),
            new Place("ressemblance", "autre"),
            new Place("perimetre", "agent_id"),
            new Place("eleve", "id"),
            new Place("responsable", "id"),
            new Place("personnel", "id"),
            new Place("agent", "id"));

    /// Where a person stands in the rows of others; a guardian who may come back, under the feed's numbers alone.
    static final List<Place> AUTHORS = List.of(
            OF_THE_GUARDIAN,
            new Place("restriction", "auteur_personnel_id"),
            new Place("restriction", "levee_par"),
            new Place("depot", "depose_par"),
            new Place("complement", "depose_par"),
            new Place("correction", "auteur_personnel_id"),
            new Place("depart", "auteur_personnel_id"),
            new Place("depart", "annule_par"),
            new Place("lien", "fin_auteur"),
            new Place("reunion", "decidee_par"),
            new Place("reunion", "annulee_par"),
            new Place("lot", "decidee_par"),
            new Place("depart_retenu", "decidee_par"));

    static final List<Place> NAMED_IN_WORDS = List.of(
            new Place("enseignement", "ajoute_par"),
            new Place("enseignement", "fini_par"),
            new Place("remplacement", "nomme_par"),
            new Place("remplacement", "fini_par"));

    private LieuxDesPersonnes() {}

    record Place(String table, String column) {}
}
