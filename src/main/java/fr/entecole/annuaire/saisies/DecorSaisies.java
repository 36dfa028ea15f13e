package fr.entecole.annuaire.saisies;

import fr.entecole.annuaire.Reperes;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Decor;
import fr.entecole.socle.Decor.Monde;
import org.springframework.stereotype.Component;

/// Whom a head keeps out, and whom parents elected.
@Component
class DecorSaisies implements Decor {

    private final Saisies saisies;
    private final Reperes reperes;

    DecorSaisies(Saisies saisies, Reperes reperes) {
        this.saisies = saisies;
        this.reperes = reperes;
    }

    @Override
    public int ordre() {
        return 10;
    }

    @Override
    public void install(Monde monde) {
        saisies.addRestriction(
                monde.personne("Yvan Galy"),
                monde.personne("Timéo Galy"),
                monde.jour().minusDays(40),
                null,
                "Jugement du tribunal judiciaire de Narbonne",
                monde.personne("Hélène Castans"));
        var annee = AnneeScolaire.of(monde.jour());
        saisies.addMandat(
                monde.personne("Marion Calvet"),
                reperes.ecole("0110358E"),
                annee.debut(),
                new AnneeScolaire(annee.rentree() + 1).debut());
    }
}
