package fr.entecole.comptes.moncompte;

import fr.entecole.comptes.Hachage;
import fr.entecole.comptes.appareils.Provenance;
import fr.entecole.comptes.motsdepasse.MotDePasseChoisi;
import fr.entecole.comptes.motsdepasse.MotsDePasse;
import fr.entecole.comptes.portes.MotDePasseActuel;
import fr.entecole.comptes.portes.Portier;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Changes the password of who knows the old one. Wrong ones are slowed like those at the door: a page left open is no
/// way around it.
@Component
class Changement {

    private final Hachage hachage;
    private final MotDePasseActuel actuel;
    private final MotsDePasse motsDePasse;

    Changement(Hachage hachage, MotDePasseActuel actuel, MotsDePasse motsDePasse) {
        this.hachage = hachage;
        this.actuel = actuel;
        this.motsDePasse = motsDePasse;
    }

    /// @return why not
    Optional<Refus> change(UUID compte, String ancien, String motDePasse, String confirmation, Provenance provenance) {
        var exigence = motsDePasse.exigence(compte);
        var refusal = exigence.refusal(motDePasse, confirmation);
        if (refusal.isPresent()) {
            return Optional.of(new Refus(422, "motDePasse", refusal.get()));
        }
        try {
            return hachage.inTurn(() -> judge(compte, exigence.login(), ancien, motDePasse, provenance));
        } catch (Hachage.TropDeMonde e) {
            return Optional.of(new Refus(503, "motDePasse", Portier.crowded().phrase()));
        }
    }

    private Optional<Refus> judge(UUID compte, String login, String ancien, String motDePasse, Provenance provenance) {
        var refus = actuel.refusal(compte, login, ancien, provenance);
        if (refus.isPresent()) {
            return refus.map(why -> new Refus(why.statut(), "ancien", why.phrase()));
        }
        motsDePasse.set(compte, MotDePasseChoisi.of(motDePasse, hachage), provenance.adresse());
        return Optional.empty();
    }

    /// @param champ the field that it is about
    record Refus(int statut, String champ, String phrase) {}
}
