package fr.entecole.messagerie;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation in a box.
///
/// @param noms of whom it is with: who wrote last, or to whom it went
/// @param mien the reader wrote last
/// @param enfant the pupil about whom a guardian is written to, in a word; empty for nobody
/// @param motif why it is kept; empty where it is not
/// @param dossier where it is kept, by its name; empty for nowhere
/// @param attendLe when its last message reaches its readers, null once it has
public record LigneDeBoite(
        UUID conversation,
        Instant le,
        String objet,
        String noms,
        String extrait,
        boolean mien,
        int nonLus,
        boolean marquee,
        String motif,
        String dossier,
        boolean retiree,
        boolean retenue,
        int pieces,
        String enfant,
        @Nullable Instant attendLe) {

    public Cle cle() {
        return new Cle(le, conversation);
    }

    public String initiale() {
        return noms.isEmpty() ? "–" : noms.substring(0, noms.offsetByCodePoints(0, 1));
    }
}
