package fr.entecole.socle;

import java.io.Serializable;
import java.util.UUID;

/// What something is filed under so that those for whom it is find it: « the guardians of this class », « the heads of
/// this circonscription ». A room stores the keys of what it publishes, one row each, in an index that begins with
/// `ecole_id`; a person holds theirs ([Cles]). The directory alone makes keys and says who holds them.
///
/// @param ecoleId the school inside which the key means something, [#PARTOUT] when it reaches beyond one school
/// @param valeur kind, whom and target, such as `CLASSE.RESPONSABLES.0195…`; at most 80 characters, no name in it
public record Cle(UUID ecoleId, String valeur) implements Serializable {

    /// Stands for a school where a key is of none: an index has no null to look for.
    public static final UUID PARTOUT = new UUID(0, 0);
}
