package fr.entecole.comptes.oubli;

import java.util.Optional;
import java.util.UUID;

/// The mail address that an account has proven to be its own: a link sent there has come back.
public interface AdressesProuvees {

    Optional<String> of(UUID compte);
}
