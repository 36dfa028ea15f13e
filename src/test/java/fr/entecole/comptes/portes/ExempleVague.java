package fr.entecole.comptes.portes;

import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;

/// Refusals from everywhere at once, as a node saw them: of nobody, and told to nobody but the region.
class ExempleVague implements ExempleDeModule {

    @Override
    public String module() {
        return "comptes";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        monde.jdbc()
                .sql("insert into comptes.vague (vue_le, refus, reseaux) values (now(), 240, 61)")
                .update();
    }
}
