package fr.entecole.liaison;

import static fr.entecole.maison.Passant.ANCIEN_RESPONSABLE;
import static fr.entecole.maison.Passant.AUTRE_FAMILLE;
import static fr.entecole.maison.Passant.DIRECTRICE;
import static fr.entecole.maison.Passant.ENSEIGNANTE;
import static fr.entecole.maison.Passant.RESPONSABLE;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.liaison.CahierDeLiaison.Auteur;
import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;
import fr.entecole.maison.Passant;
import fr.entecole.redaction.TexteRiche;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Mots to the class and to one child, read by the child's guardian.
class ExempleLiaison implements ExempleDeModule {

    @Override
    public String module() {
        return "liaison";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        var classe = Public.ofClasse(monde.ecole(), monde.classe(), Qui.RESPONSABLES);
        var enfant = Public.ofEleves(monde.ecole(), List.of(monde.personne(Passant.ELEVE)), Qui.RESPONSABLES);
        var read = publish(monde, classe, "Un mot lu");
        var unread = publish(monde, classe, "Un mot à reprendre");
        publish(monde, enfant, "Un mot pour un enfant");
        monde.bean(CahierDeLiaison.class)
                .read(
                        read,
                        1,
                        monde.personne(RESPONSABLE),
                        List.of(monde.personne(RESPONSABLE)),
                        monde.bean(Clock.class).instant());
        exemple.get("/liaison/mots/{id}")
                .with("id", read)
                .answers(ENSEIGNANTE, DIRECTRICE, RESPONSABLE, AUTRE_FAMILLE)
                .also(ANCIEN_RESPONSABLE, "they have another child in the class");
        exemple.get("/liaison/mots/{id}/correction").with("id", read).answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post("/liaison/mots/{id}/correction")
                .with("id", read)
                .field("titre", "Un mot lu")
                .field("texte", "Autre chose.")
                .field("texte-version", "1")
                .answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post("/liaison/mots/{id}/retrait").with("id", unread).answers(ENSEIGNANTE, DIRECTRICE);
    }

    private static UUID publish(Monde monde, Public pour, String titre) {
        var now = monde.bean(Clock.class).instant();
        return publish(monde, pour, titre, now);
    }

    private static UUID publish(Monde monde, Public pour, String titre, Instant now) {
        return monde.bean(CahierDeLiaison.class)
                .publish(
                        new Redaction(List.of(pour), false, titre, TexteRiche.of("Ce qu’il dit."), now),
                        new Auteur(monde.compte(ENSEIGNANTE), monde.personne(ENSEIGNANTE)),
                        now);
    }
}
