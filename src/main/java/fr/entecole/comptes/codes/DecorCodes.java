package fr.entecole.comptes.codes;

import fr.entecole.annuaire.Reperes;
import fr.entecole.socle.Decor;
import fr.entecole.socle.Decor.Monde;
import java.util.List;
import org.springframework.stereotype.Component;

/// A sheet that waits: Claire Estève has handed it to Paul Roques, who has never come.
@Component
class DecorCodes implements Decor {

    private final Codes codes;
    private final Reperes reperes;

    DecorCodes(Codes codes, Reperes reperes) {
        this.codes = codes;
        this.reperes = reperes;
    }

    @Override
    public int ordre() {
        return 21;
    }

    @Override
    public void install(Monde monde) {
        codes.issue(List.of(monde.personne("Paul Roques")), monde.compte("Claire Estève"), reperes.ecole("0110358E"));
    }
}
