package fr.entecole.comptes.preuves;

import static fr.entecole.maison.Passant.ADMINISTRATEUR;
import static fr.entecole.maison.Passant.ASSISTANCE;
import static fr.entecole.maison.Passant.AUTRE_FAMILLE;
import static fr.entecole.maison.Passant.DIRECTRICE;
import static fr.entecole.maison.Passant.ERUN;
import static fr.entecole.maison.Passant.IEN;

import fr.entecole.comptes.facteur.AppareilsSurs;
import fr.entecole.comptes.facteur.Facteurs;
import fr.entecole.comptes.facteur.Telephone;
import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;

/// A guardian has a telephone as their second proof, ten codes, and has lost it all: the head of the school asks for
/// them, whoever follows the school may decide.
class ExemplePreuves implements ExempleDeModule {

    @Override
    public String module() {
        return "comptes";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        var compte = monde.compte(AUTRE_FAMILLE);
        Telephone.add(monde::bean, compte);
        var facteurs = monde.bean(Facteurs.class);
        facteurs.drawCodes(compte, "127.0.0.1");
        monde.jdbc()
                .sql("insert into comptes.sursis_facteur (compte_id, depuis) values (:compte, now())")
                .param("compte", compte)
                .update();
        monde.jdbc()
                .sql("insert into comptes.oubli (compte_id, ecrit_le) values (:compte, now())")
                .param("compte", compte)
                .update();
        monde.bean(AppareilsSurs.class).keep(compte, "un-appareil");
        monde.post(
                DIRECTRICE,
                "/comptes/depannages",
                "identifiant",
                monde.as().login(compte),
                "motif",
                "Son téléphone est tombé dans le canal, je l’ai devant moi.");
        var depannage = monde.id("select id from comptes.depannage");
        exemple.post("/comptes/depannages/{id}/accord")
                .with("id", depannage)
                .answers(IEN, ERUN, ASSISTANCE, ADMINISTRATEUR);
        exemple.post("/comptes/depannages/{id}/refus")
                .with("id", depannage)
                .answers(DIRECTRICE, IEN, ERUN, ASSISTANCE, ADMINISTRATEUR);
    }
}
