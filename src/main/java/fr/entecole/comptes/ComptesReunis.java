package fr.entecole.comptes;

import java.util.UUID;

/// An account has joined another: told in the transaction that decides it.
///
/// @param autre the one that has joined; its holder comes in by the first from now on
public record ComptesReunis(UUID compte, UUID autre) {}
