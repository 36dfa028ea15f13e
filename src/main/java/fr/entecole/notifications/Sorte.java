package fr.entecole.notifications;

import fr.entecole.socle.Profil;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// A kind of news. A module declares its own in an enum and offers it with a [SortesDeclarees] bean: nothing else can
/// be deposited. Its sentence is all that leaves the ENT, in a mail or on a telephone: it says what kind of thing has
/// happened, never which, to whom or about whom.
public interface Sorte {

    /// Given by the enum. It is what the database keeps: a constant that was deposited is never renamed.
    String name();

    /// `MOT_PUBLIE` is kept as `mot-publie`.
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// « Un mot de l’école ». Made when it is read, in the reader's language.
    String phrase();

    /// The same, to a pupil.
    default String phraseEleve() {
        return phrase();
    }

    /// Who chooses how it reaches them: those to whom it may happen.
    default Set<Profil> profils() {
        return EnumSet.complementOf(EnumSet.of(Profil.ELEVE));
    }

    /// How it leaves by mail as long as someone has not said otherwise.
    default Cadence cadence() {
        return Cadence.RESUME;
    }

    /// False for what guards someone's own account: it never waits for delivery hours.
    default boolean retenue() {
        return true;
    }

    /// Whether it leaves the ENT even for whom only what is necessary does, since their data are put aside (RGPD,
    /// article 18): what guards their account or their child.
    default boolean necessaire() {
        return !retenue();
    }
}
