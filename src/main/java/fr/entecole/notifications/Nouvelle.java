package fr.entecole.notifications;

import fr.entecole.annuaire.Public;
import java.util.List;
import java.util.UUID;

/// Something that has happened, for those whom it concerns.
///
/// @param chose id of the thing in its module: one thing of a kind is told once, however often it is deposited
/// @param publics who is meant, asked of the directory when it is delivered and not before; in several of them, one is
///     told once
/// @param adresse path of the page that shows it, without a query, 200 characters at most
/// @param titre shown in the bell to its readers only, 160 characters at most; it leaves the ENT by no other way
public record Nouvelle(Sorte sorte, UUID chose, List<Public> publics, String adresse, String titre) {

    private static final int LONGEST = 160;

    public Nouvelle {
        publics = List.copyOf(publics);
        if (publics.isEmpty()) {
            throw new IllegalArgumentException("for nobody");
        }
        if (!adresse.matches("/(?!/)[\\w./-]{0,199}")) {
            throw new IllegalArgumentException("the path of a page of ours, without a query: " + adresse);
        }
        titre = titre.strip();
        if (titre.isEmpty() || titre.length() > LONGEST) {
            throw new IllegalArgumentException("a title of " + LONGEST + " characters at most");
        }
    }

    public Nouvelle(Sorte sorte, UUID chose, Public pour, String adresse, String titre) {
        this(sorte, chose, List.of(pour), adresse, titre);
    }
}
