package fr.entecole.travaux;

import static fr.entecole.maison.Passant.ADMINISTRATEUR;

import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;
import java.util.Map;

/// The work that forgets what the journal has kept long enough, and its pages.
class ExempleTravaux implements ExempleDeModule {

    @Override
    public String module() {
        return "travaux";
    }

    @Override
    public String withoutPeople() {
        return "hours and results of works; who has asked for one is in the journal";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        var executions = monde.bean(Executions.class);
        executions.succeed(executions.begin("oubli.journal", "essai"), Map.of());
        monde.post(ADMINISTRATEUR, "/travaux/oubli.journal/lancer");
        exemple.get("/travaux/{nom}").with("nom", "oubli.journal").answers(ADMINISTRATEUR);
        exemple.post("/travaux/{nom}/lancer").with("nom", "oubli.journal").answers(ADMINISTRATEUR);
    }

    @Override
    public Map<String, String> ofTheRegionAlone() {
        return Map.of("travail-demande", "works are of all schools at once");
    }

    @Override
    public String withoutContenu() {
        return "hours and results of works, nobody's words";
    }

    @Override
    public String withoutRecherche() {
        return "some twenty works stand on one page";
    }
}
