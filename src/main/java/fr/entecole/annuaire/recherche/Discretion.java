package fr.entecole.annuaire.recherche;

import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Reserves;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Those whom the head of their school alone finds by their name (ADR 0090).
@Component
class Discretion {

    private final ObjectProvider<Reserves> reserves;

    Discretion(ObjectProvider<Reserves> reserves) {
        this.reserves = reserves;
    }

    /// Without them.
    List<Trouve> shown(List<Trouve> found, Utilisateur utilisateur) {
        return utilisateur.is(Profil.DIRECTEUR)
                ? found
                : found.stream()
                        .filter(one -> reserves.stream().noneMatch(held -> held.unfound(one.id())))
                        .toList();
    }
}
