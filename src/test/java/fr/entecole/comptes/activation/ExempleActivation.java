package fr.entecole.comptes.activation;

import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;
import fr.entecole.maison.Passant;

/// The administrator has the link of their first sign-in.
class ExempleActivation implements ExempleDeModule {

    @Override
    public String module() {
        return "comptes";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        monde.bean(LiensUniques.class).create(monde.compte(Passant.ADMINISTRATEUR));
    }
}
