package fr.entecole.comptes;

import java.util.UUID;

/// The holder of an account has chosen another password, with the old one or with a code: told in that transaction.
public record AccesRenouvele(UUID compte) {}
