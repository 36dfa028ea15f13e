package fr.entecole.socle;

import java.util.List;
import java.util.Map;

/// What a module puts on the home page: the calm sentence of the board, what awaits the person, then news. The portal
/// collects the beans of this contract; each makes at most one SQL statement, and none for those it does not concern.
public interface Tuile {

    boolean concerns(Utilisateur utilisateur);

    /// @return the parts to show, empty when there is nothing to say
    List<Partie> parts(Utilisateur utilisateur);

    /// A part of a home, drawn by a template of the module that offers it.
    ///
    /// @param ordre lower stands first
    /// @param gabarit template, such as `annuaire/_mes-classes`
    /// @param parametres its parameters besides `page`
    record Partie(Place place, int ordre, String gabarit, Map<String, Object> parametres) {}

    /// Where a part stands. What awaits the person and the tools are single list items, gathered from all modules.
    enum Place {
        /// the calm sentence of the board
        ARDOISE,
        /// one thing to do, drawn by `socle/attend` (« Ce qui vous attend »)
        ATTEND,
        COLONNE,
        /// one gesture within reach, drawn by `socle/outil` (« Faire vite »)
        OUTIL,
        COTE
    }
}
