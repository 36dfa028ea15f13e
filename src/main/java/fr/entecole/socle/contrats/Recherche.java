package fr.entecole.socle.contrats;

import fr.entecole.socle.Lecture;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody may find in a room by the words that they type. Beans, collected by the page « Chercher » of
/// `portail`, which reads what all of them ask in one round trip: a room says what it reads and never speaks to the
/// database itself (ADR 0024).
public interface Recherche {

    /// How many hits of a room the page shows. A room answers one more when there are others, and no more than that.
    int MONTREES = 5;

    /// Above the room's hits, read when it is drawn: « Le calendrier ».
    String titre();

    /// Lower stands first; people are 10.
    int ordre();

    /// Without any statement.
    boolean concerns(Utilisateur utilisateur);

    /// What this person may see, and nothing of what is kept from them: a hit tells as much as the page behind it.
    ///
    /// @param saisie what was typed, as typed: between one and a hundred signs, of which one is a letter or a figure
    /// @return best first, one statement at best and two at most
    Lecture<List<Trouvaille>> find(String saisie, Utilisateur utilisateur);

    /// Where the room has a search of its own, which takes the same words; null where it has none.
    default @Nullable Suite suite() {
        return null;
    }

    /// @param titre what it is, in a few words: « Vacances de la Toussaint »
    /// @param ligne what tells it from another: a date, a class; empty where the title says all
    /// @param adresse of the page that shows it, without anything typed; null where there is nothing to open
    record Trouvaille(String titre, String ligne, @Nullable String adresse) {}

    /// A form of the room's, posted to with the words: they never stand in an address.
    ///
    /// @param adresse « /annuaire/personnes »
    /// @param champ name of the field that carries the words
    /// @param mot « Toutes les personnes »
    record Suite(String adresse, String champ, String mot) {}
}
