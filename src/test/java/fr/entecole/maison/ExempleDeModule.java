package fr.entecole.maison;

import java.util.Map;

/// What a module shows to the house's tests: things of its own, written by its own gestures around the class of
/// [Monde], and, for each of its routes with an id, real ids and whom the route answers. One class without a
/// constructor, in the module's test package: it is found by itself. A module may have several.
public interface ExempleDeModule {

    /// The module's word, as in its package and its schema.
    String module();

    /// Writes things into the world, then says what each route with an id answers, and to whom.
    void show(Monde monde, Exemple exemple);

    /// Why no row of the module names anyone by an id; empty when some do, which is the normal case.
    default String withoutPeople() {
        return "";
    }

    /// Why no home shows anything of the module (`Tuile`); empty when one does.
    default String withoutTuile() {
        return "";
    }

    /// Why nothing of the module can be reported (`socle.contrats.Contenu`); empty when something can.
    default String withoutContenu() {
        return "";
    }

    /// Why nothing of the module is found by the words that it says (`socle.contrats.Recherche`); empty when something
    /// is.
    default String withoutRecherche() {
        return "";
    }

    /// Why openings of the module's pages are not counted (`socle.contrats.ServiceMesure`); empty when they are.
    default String withoutMesure() {
        return "";
    }

    /// Its acts that the region alone reads, by code, each with why it concerns no school.
    default Map<String, String> ofTheRegionAlone() {
        return Map.of();
    }
}
