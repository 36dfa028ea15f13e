package fr.entecole.comptes.delegations;

import static fr.entecole.maison.Passant.ADMINISTRATEUR;
import static fr.entecole.maison.Passant.AESH;
import static fr.entecole.maison.Passant.DIRECTRICE;
import static fr.entecole.maison.Passant.ENSEIGNANTE;
import static fr.entecole.maison.Passant.RESPONSABLE;

import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;

/// The AESH stands at the desk, a guardian speaks for the parents.
class ExempleDelegations implements ExempleDeModule {

    @Override
    public String module() {
        return "comptes";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        var aides = "/comptes/ecoles/{ecole}/aides";
        var screen = "/comptes/ecoles/" + monde.ecole() + "/aides";
        var today = LocalDate.now(monde.bean(Clock.class));
        var au = today.plusDays(3);
        monde.post(DIRECTRICE, screen + "/guichet", "personne", monde.personne(AESH), "du", today, "au", au);
        monde.post(DIRECTRICE, screen + "/parent-elu", "personne", monde.personne(RESPONSABLE), "du", today, "au", au);
        exemple.get(aides).with("ecole", monde.ecole()).answers(DIRECTRICE, ADMINISTRATEUR);
        exemple.get(aides + "/{genre}")
                .with("ecole", monde.ecole())
                .with("genre", "guichet")
                .answers(DIRECTRICE, ADMINISTRATEUR);
        exemple.post(aides + "/{genre}/recherche")
                .with("ecole", monde.ecole())
                .with("genre", "parent-elu")
                .field("cherche", "gal")
                .status(HttpStatus.OK)
                .answers(DIRECTRICE, ADMINISTRATEUR);
        exemple.post(aides + "/{genre}")
                .with("ecole", monde.ecole())
                .with("genre", "interim")
                .field("personne", monde.personne(ENSEIGNANTE))
                .field("du", today)
                .field("au", au)
                .answers(DIRECTRICE, ADMINISTRATEUR);
        exemple.post(aides + "/fin")
                .with("ecole", monde.ecole())
                .field(
                        "delegation",
                        monde.id("select id from comptes.delegation where personne_id = ?", monde.personne(AESH)))
                .answers(DIRECTRICE, ADMINISTRATEUR);
        exemple.get("/comptes/guichet/{ecole}").with("ecole", monde.ecole()).answers(AESH);
        exemple.post("/comptes/guichet/{ecole}")
                .with("ecole", monde.ecole())
                .field("nom", "galy")
                .status(HttpStatus.OK)
                .answers(AESH);
    }
}
