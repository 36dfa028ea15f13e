package fr.entecole.comptes;

import fr.entecole.annuaire.Nature;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Someone was handed a code for an account that is in use: told in the transaction that keeps the code.
///
/// @param id of this handing
/// @param personne whose account it is, in the directory
/// @param par account of who handed it
public record AccesRedonne(
        UUID id, UUID personne, Nature nature, @Nullable UUID par) {}
