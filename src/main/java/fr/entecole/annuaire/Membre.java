package fr.entecole.annuaire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Someone whom a [Public] means, once for each child by whom they are meant.
///
/// @param eleveId the child by whom a guardian is meant; the pupil themself; null for who works in a school
/// @param ecarte a guardian whom the head keeps out of this child: never to be written to, shown or counted to anyone
///     but the head
/// @param organisme a body that answers for the child, which has no account
public record Membre(
        UUID personneId,
        Nature nature,
        UUID ecoleId,
        @Nullable UUID eleveId,
        boolean ecarte,
        boolean organisme) {}
