package fr.entecole.direct;

import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;

/// Shows nothing of its own: no route of it names anything, and what it holds is written by others.
class ExempleDirect implements ExempleDeModule {

    @Override
    public String module() {
        return "direct";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {}

    @Override
    public String withoutTuile() {
        return "it is inside the pages of all";
    }

    @Override
    public String withoutContenu() {
        return "it says that something is new, and nothing else";
    }

    @Override
    public String withoutRecherche() {
        return "nothing is kept there";
    }

    @Override
    public String withoutMesure() {
        return "a connection that a page keeps by itself is no opening";
    }
}
