package fr.entecole.socle;

import java.util.List;
import java.util.Map;

/// What a module puts on the home page: the calm sentence of the board, what awaits the person, then news. The portal
/// collects the beans of this contract and reads what all of them ask in one round trip to the database. A tile
/// therefore says what it reads and never speaks to the database itself (`CoutTests`, ADR 0024).
public interface Tuile {

    /// Statements that a tile may ask: its own, and one that another module answers for it, such as names, or that few
    /// people need.
    int ENONCES = 2;

    /// Without any statement.
    boolean concerns(Utilisateur utilisateur);

    /// @return the parts to show, once what they need is read; none when there is nothing to say
    Lecture<List<Partie>> parts(Utilisateur utilisateur);

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
