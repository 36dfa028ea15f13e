package fr.entecole.notifications;

import fr.entecole.annuaire.Public;
import java.util.UUID;

/// Something that has happened, for those whom it concerns.
///
/// @param chose id of the thing in its module: one thing of a kind is told once, however often it is deposited
/// @param pour who is meant, asked of the directory when it is delivered and not before
/// @param adresse path of the page that shows it, without a query, 200 characters at most
/// @param titre shown in the bell to its readers only, 160 characters at most; it leaves the ENT by no other way
public record Nouvelle(Sorte sorte, UUID chose, Public pour, String adresse, String titre) {

    private static final int LONGEST = 160;

    public Nouvelle {
        if (!adresse.matches("/(?!/)[\\w./-]{0,199}")) {
            throw new IllegalArgumentException("the path of a page of ours, without a query: " + adresse);
        }
        titre = titre.strip();
        if (titre.isEmpty() || titre.length() > LONGEST) {
            throw new IllegalArgumentException("a title of " + LONGEST + " characters at most");
        }
    }
}
