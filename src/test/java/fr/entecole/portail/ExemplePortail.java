package fr.entecole.portail;

import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;
import java.util.Map;

/// Its pages are everyone's own: none carries an id.
class ExemplePortail implements ExempleDeModule {

    @Override
    public String module() {
        return "portail";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {}

    @Override
    public String withoutPeople() {
        return "it has no table";
    }

    @Override
    public Map<String, String> ofTheRegionAlone() {
        return Map.of(
                "reglage-change", "what the region says of itself is on the pages of all",
                "aide-changee", "as what it says of itself");
    }

    @Override
    public String withoutContenu() {
        return "words of the region about itself";
    }

    @Override
    public String withoutRecherche() {
        return "it is the search";
    }
}
