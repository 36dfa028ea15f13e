package fr.entecole.annuaire.recherche;

import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Reserves;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/// Those whom the head of their school alone finds by their name (ADR 0090).
@Component
public class Discretion {

    private final SingletonSupplier<List<Reserves>> reserves;

    Discretion(ObjectProvider<Reserves> reserves) {
        this.reserves = SingletonSupplier.of(() -> reserves.stream().toList()); // asked again, it searches all beans
    }

    /// Without them.
    List<Trouve> shown(List<Trouve> found, Utilisateur utilisateur) {
        return found.stream().filter(one -> !hides(one.id(), utilisateur)).toList();
    }

    public boolean hides(UUID personne, Utilisateur utilisateur) {
        return !utilisateur.is(Profil.DIRECTEUR) && reserves.obtain().stream().anyMatch(held -> held.unfound(personne));
    }
}
