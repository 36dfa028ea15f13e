package fr.entecole.surete.arrets;

import fr.entecole.socle.Cle;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A stopped account.
///
/// @param ecole whose head decides too; [Cle#PARTOUT]: the region alone
/// @param depuis what it has sent from then on is not its holder's
/// @param renouveleLe when its holder has chosen another password since
/// @param retraitLe when somebody has asked that what it sent be taken back
/// @param finiLe when all can be sent again, perhaps to come; null as long as nobody has reopened it
record Arret(
        UUID id,
        UUID ecole,
        UUID compte,
        UUID personne,
        Instant depuis,
        Par par,
        String motif,
        Instant arreteLe,
        @Nullable Instant renouveleLe,
        @Nullable Instant retraitLe,
        @Nullable Instant retireLe,
        @Nullable Instant finiLe) {

    boolean regional() {
        return ecole.equals(Cle.PARTOUT);
    }

    boolean ouvert() {
        return finiLe == null;
    }

    /// Who has stopped it.
    enum Par {
        TITULAIRE,
        DIRECTION,
        REGION
    }
}
