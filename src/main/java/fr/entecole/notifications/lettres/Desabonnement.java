package fr.entecole.notifications.lettres;

import fr.entecole.socle.AdressePublique;
import fr.entecole.socle.Sceau;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The link at the end of each letter: it says which address, sealed, and allows nothing but to write there no more. It
/// needs no row and no sign-in, and stays good as long as the letter is kept.
@Component
class Desabonnement {

    private static final int ID = 16;
    private static final int PRINT = 16;

    private final Sceau sceau;
    private final AdressePublique publique;

    Desabonnement(Sceau sceau, AdressePublique publique) {
        this.sceau = sceau;
        this.publique = publique;
    }

    String lien(UUID adresse) {
        return publique.lien("/notifications/desabonnement/" + jeton(adresse));
    }

    String jeton(UUID adresse) {
        var octets = ByteBuffer.allocate(ID + PRINT)
                .putLong(adresse.getMostSignificantBits())
                .putLong(adresse.getLeastSignificantBits())
                .put(print(adresse));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets.array());
    }

    /// @return the address that it names, when it is one of ours
    Optional<UUID> read(String jeton) {
        try {
            var octets = ByteBuffer.wrap(Base64.getUrlDecoder().decode(jeton));
            if (octets.remaining() != ID + PRINT) {
                return Optional.empty();
            }
            var id = new UUID(octets.getLong(), octets.getLong());
            var given = new byte[PRINT];
            octets.get(given);
            return MessageDigest.isEqual(given, print(id)) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private byte[] print(UUID adresse) {
        return Arrays.copyOf(sceau.of("desabonnement", adresse.toString()), PRINT);
    }
}
