package fr.entecole.annuaire;

import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Decor;
import fr.entecole.socle.Monde;
import org.springframework.stereotype.Component;

/// What a head decided, what a teacher waits for, whom parents elected.
@Component
class DecorAnnuaire implements Decor {

    private static final String MARIE_CURIE = "0110358E";

    private final Saisies saisies;
    private final Demandes demandes;
    private final Reperes reperes;

    DecorAnnuaire(Saisies saisies, Demandes demandes, Reperes reperes) {
        this.saisies = saisies;
        this.demandes = demandes;
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
                reperes.ecole(MARIE_CURIE),
                annee.debut(),
                new AnneeScolaire(annee.rentree() + 1).debut());
        var suite = demandes.ask(
                reperes.classe("11", "515"), monde.personne("Vincent Oustry"), monde.compte("Vincent Oustry"));
        if (suite != Demandes.Suite.DEMANDEE) {
            throw new IllegalStateException("a class that this teacher cannot ask for");
        }
    }
}
