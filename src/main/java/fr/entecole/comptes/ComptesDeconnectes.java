package fr.entecole.comptes;

import java.util.Collection;
import java.util.UUID;

/// Nobody stays any longer with these accounts, wherever they are signed in: told in the transaction that decides it.
public record ComptesDeconnectes(Collection<UUID> comptes) {}
