package fr.entecole.courriel;

import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;

class ExempleCourriel implements ExempleDeModule {

    @Override
    public String module() {
        return "courriel";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        monde.bean(Courriels.class).enqueue(new Courriel("nora@example.org", "Bonjour", "Piscine mardi."));
    }

    @Override
    public String withoutPeople() {
        return "a message is known by a mail address alone, and forgotten by its age";
    }

    @Override
    public String withoutTuile() {
        return "it has no page";
    }

    @Override
    public String withoutContenu() {
        return "mails of the house itself";
    }

    @Override
    public String withoutRecherche() {
        return "what was sent is read by nobody";
    }
}
