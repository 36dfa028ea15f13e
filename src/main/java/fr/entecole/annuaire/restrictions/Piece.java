package fr.entecole.annuaire.restrictions;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.MediaType;

/// The scanned paper that proves a decision. Its kind is read in its first bytes, never believed from its name.
///
/// @param octets the file as it came
record Piece(Genre genre, byte[] octets) {

    static final int LARGEST = 5 * 1024 * 1024;

    /// @return empty for what is none of the three kinds
    static Optional<Piece> of(byte[] octets) {
        return Arrays.stream(Genre.values())
                .filter(genre -> genre.begins(octets))
                .findFirst()
                .map(genre -> new Piece(genre, octets));
    }

    enum Genre {
        PDF(MediaType.APPLICATION_PDF, '%', 'P', 'D', 'F', '-'),
        JPEG(MediaType.IMAGE_JPEG, 0xFF, 0xD8, 0xFF),
        PNG(MediaType.IMAGE_PNG, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A);

        private final MediaType type;
        private final int[] first;

        Genre(MediaType type, int... first) {
            this.type = type;
            this.first = first;
        }

        MediaType type() {
            return type;
        }

        /// Says nothing of anyone.
        String fichier() {
            return "decision." + type.getSubtype();
        }

        private boolean begins(byte[] octets) {
            if (octets.length < first.length) {
                return false;
            }
            for (int i = 0; i < first.length; i++) {
                if ((octets[i] & 0xFF) != first[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
