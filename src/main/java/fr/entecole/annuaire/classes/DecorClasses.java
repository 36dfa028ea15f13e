package fr.entecole.annuaire.classes;

import fr.entecole.annuaire.Reperes;
import fr.entecole.socle.Decor;
import fr.entecole.socle.Decor.Monde;
import org.springframework.stereotype.Component;

/// M. Oustry has said « c’est ma classe », and waits for the head.
@Component
class DecorClasses implements Decor {

    private final Demandes demandes;
    private final Reperes reperes;

    DecorClasses(Demandes demandes, Reperes reperes) {
        this.demandes = demandes;
        this.reperes = reperes;
    }

    @Override
    public int ordre() {
        return 10;
    }

    @Override
    public void install(Monde monde) {
        var effet = demandes.ask(
                reperes.classe("11", "515"), monde.personne("Vincent Oustry"), monde.compte("Vincent Oustry"));
        if (effet != Demandes.Effet.DEMANDEE) {
            throw new IllegalStateException("a class that this teacher cannot ask for");
        }
    }
}
