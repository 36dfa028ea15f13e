package fr.entecole.journal;

import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;

/// Shows nothing of its own: no route of it names anything, and what it holds is written by others.
class ExempleJournal implements ExempleDeModule {

    @Override
    public String module() {
        return "journal";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {}

    @Override
    public String withoutTuile() {
        return "its page is the portal's";
    }

    @Override
    public String withoutContenu() {
        return "sentences of the house, nobody's words";
    }

    @Override
    public String withoutRecherche() {
        return "it is read in the order of time, by those who may (ADR 0021)";
    }
}
