package fr.entecole.socle;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// What a module adds to the named world of a demonstration, in its own tables: its rows that show something. The
/// beans of this contract are called once, in the transaction that makes the world, when the directory and the accounts
/// are there: all of it stands, or nothing.
public interface Decor {

    /// Lower comes first: the directory from 10 on, the accounts from 20 on, rooms from 100 on.
    int ordre();

    void install(Monde monde);

    /// The named world of a demonstration, as a decor sees it: its day, and its people by their names.
    interface Monde {

        /// The day from which the world counts its dates.
        LocalDate jour();

        /// Those whom a demonstration lets in by one click, in the order of the page.
        List<Personnage> distribution();

        /// @param nom « Claire Estève », or more of what they show where two have that name: « Léo Martin, élève de
        ///     CE1 »
        /// @throws IllegalArgumentException when nobody is called so, or several are
        default Personnage personnage(String nom) {
            var found = distribution().stream().filter(p -> p.isCalled(nom)).toList();
            if (found.size() != 1) {
                throw new IllegalArgumentException(
                        "« %s » is %d people of the named world (monde/complements.yaml)".formatted(nom, found.size()));
            }
            return found.getFirst();
        }

        /// The person of the directory.
        default UUID personne(String nom) {
            return personnage(nom).personneId();
        }

        default UUID compte(String nom) {
            return personnage(nom).compteId();
        }
    }

    /// @param groupe under which the sign-in page shows them
    /// @param montre what they are there to show, in one line
    record Personnage(UUID personneId, UUID compteId, String groupe, String nom, String montre) {

        boolean isCalled(String words) {
            return nom.equals(words) || (words.startsWith(nom + ", ") && (nom + ", " + montre).startsWith(words));
        }
    }
}
