package fr.entecole.comptes;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.annuaire.Annuaire;
import fr.entecole.annuaire.Identite;
import fr.entecole.annuaire.Identite.Acces;
import fr.entecole.socle.Utilisateur;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Who is behind an account today: asked of the directory again every few seconds, so that who is suspended, or whose
/// school closes, is out at once, wherever they are signed in.
@Component
class Utilisateurs {

    private final Comptes comptes;
    private final Annuaire annuaire;
    private final Cache<UUID, Optional<Utilisateur>> lus;

    Utilisateurs(Comptes comptes, Annuaire annuaire, Cache<UUID, Optional<Utilisateur>> lus) {
        this.comptes = comptes;
        this.annuaire = annuaire;
        this.lus = lus;
    }

    /// Empty when the person may not be here (any more).
    Optional<Utilisateur> of(UUID compte) {
        return lus.get(compte, this::read);
    }

    void forget(UUID compte) {
        lus.invalidate(compte);
    }

    private Optional<Utilisateur> read(UUID compte) {
        return identite(compte)
                .filter(identite -> identite.acces() == Acces.OUVERT)
                .map(i -> new Utilisateur(
                        compte,
                        i.personneId(),
                        i.profil(),
                        i.prenom(),
                        i.nom(),
                        i.ecoles(),
                        i.commune(),
                        i.circonscription(),
                        i.niveau(),
                        i.lieu()));
    }

    /// Straight from the directory, for the door.
    Optional<Identite> identite(UUID compte) {
        return comptes.byId(compte).flatMap(c -> annuaire.identite(c.personneId(), c.nature()));
    }
}
