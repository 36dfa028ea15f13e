package fr.entecole.comptes.activation;

import fr.entecole.comptes.motsdepasse.MotDePasseChoisi;
import fr.entecole.comptes.motsdepasse.MotsDePasse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Sets the password that a one-time link lets a person choose; every other stay of the account ends there.
@Component
class PremiereConnexion {

    private final LiensUniques liens;
    private final MotsDePasse motsDePasse;

    PremiereConnexion(LiensUniques liens, MotsDePasse motsDePasse) {
        this.liens = liens;
        this.motsDePasse = motsDePasse;
    }

    /// @param choisi the password, hashed beforehand: a transaction does not wait for that
    /// @return the account, empty when the link was used meanwhile
    @Transactional
    public Optional<UUID> choose(String jeton, MotDePasseChoisi choisi, String adresse) {
        var compte = liens.use(jeton);
        compte.ifPresent(id -> motsDePasse.set(id, choisi, adresse));
        return compte;
    }
}
