package fr.entecole.liaison;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.Cle;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is to be published.
///
/// @param familles publics of guardians, all of one school
/// @param eleves also for the pupils themselves
/// @param genre code of its [GenreDeMot]
public record Redaction(
        List<Public> familles,
        boolean eleves,
        String titre,
        TexteRiche texte,
        Instant visibleLe,
        String genre,
        Demande demande) {

    /// Where a new one is typed ([fr.entecole.redaction.Brouillons]).
    public static final String LIEU = "liaison.nouveau";

    /// A plain mot that asks nothing.
    public Redaction(List<Public> familles, boolean eleves, String titre, TexteRiche texte, Instant visibleLe) {
        this(familles, eleves, titre, texte, visibleLe, Information.CODE, Demande.RIEN);
    }

    /// The same, that asks something.
    public Redaction of(String otherGenre, Demande otherDemande) {
        return new Redaction(familles, eleves, titre, texte, visibleLe, otherGenre, otherDemande);
    }

    public UUID ecole() {
        return familles.getFirst().ecoleId();
    }

    List<Public> publics() {
        return familles.stream()
                .flatMap(pour -> eleves ? Stream.of(pour, pupils(pour)) : Stream.of(pour))
                .toList();
    }

    List<Cle> cles() {
        return publics().stream().flatMap(pour -> pour.cles().stream()).toList();
    }

    private static Public pupils(Public pour) {
        return new Public(pour.etendue(), Qui.ELEVES, pour.ecoleId(), pour.cibles());
    }

    /// The same for the same words of the same kind to the same people.
    byte[] empreinte() {
        var said = cles().stream().map(Cle::valeur).sorted().collect(Collectors.joining("\n")) + "\n\n" + genre + "\n\n"
                + titre + "\n\n" + texte.html();
        try {
            return MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
