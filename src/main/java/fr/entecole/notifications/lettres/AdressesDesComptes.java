package fr.entecole.notifications.lettres;

import fr.entecole.comptes.oubli.AdressesProuvees;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Where somebody who has forgotten their password may be written to.
@Component
class AdressesDesComptes implements AdressesProuvees {

    private final Adresses adresses;

    AdressesDesComptes(Adresses adresses) {
        this.adresses = adresses;
    }

    @Override
    public Optional<String> of(UUID compte) {
        return adresses.of(compte).stream()
                .filter(one -> one.verifiee() && one.motif() == null)
                .map(Adresses.AdresseDuCompte::courriel)
                .findFirst();
    }
}
