package fr.entecole.socle;

import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;

class ExempleSocle implements ExempleDeModule {

    @Override
    public String module() {
        return "socle";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        exemple.get("/statique/{nom}").open("style, pictures and behaviours, the same for everyone");
    }

    @Override
    public String withoutTuile() {
        return "it draws them";
    }

    @Override
    public String withoutContenu() {
        return "nobody writes there";
    }

    @Override
    public String withoutRecherche() {
        return "nothing is kept there";
    }

    @Override
    public String withoutMesure() {
        return "style, pictures and behaviours are no pages";
    }
}
