package fr.entecole.socle;

import gg.jte.Content;
import java.util.List;

/// What a module puts on the home page: things that await the person, then news. The portal collects the beans of
/// this contract; each one makes at most one SQL statement and gives back nothing for profiles it has nothing for.
public interface Tuile {

    /// Where the tile stands: lower first.
    int ordre();

    boolean concerns(Utilisateur utilisateur);

    /// @return the parts to show, empty when there is nothing to say
    List<Partie> parts(Utilisateur utilisateur, Page page);

    /// A part of a home: in the main column or aside.
    record Partie(Place place, int ordre, Content contenu) {}

    enum Place {
        ATTEND,
        COLONNE,
        COTE
    }
}
