package fr.entecole.agenda.abonnements;

import static fr.entecole.maison.Passant.RESPONSABLE;

import fr.entecole.comptes.Utilisateurs;
import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;

/// The child's guardian follows the agenda on a telephone.
class ExempleAbonnements implements ExempleDeModule {

    @Override
    public String module() {
        return "agenda";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        var reader = monde.bean(Utilisateurs.class)
                .of(monde.compte(RESPONSABLE), null)
                .orElseThrow();
        var secret =
                monde.bean(AbonnementsAgenda.class).open(reader, "téléphone").orElseThrow();
        var id = monde.id(
                "select id from agenda.abonnement where compte_id = ? and retire_le is null",
                monde.compte(RESPONSABLE));
        exemple.get("/agenda/abonnement/{secret}.ics")
                .with("secret", secret)
                .open("a calendar program has no session: the address is itself the proof");
        exemple.post("/agenda/abonnement/{id}/retrait").with("id", id).answers(RESPONSABLE);
    }
}
