package fr.entecole.liaison.familles;

import static fr.entecole.maison.Passant.DIRECTRICE;
import static fr.entecole.maison.Passant.ENSEIGNANTE;
import static fr.entecole.maison.Passant.RESPONSABLE;

import fr.entecole.comptes.Utilisateurs;
import fr.entecole.liaison.familles.Parole.Propos;
import fr.entecole.liaison.familles.Paroles.Enfant;
import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;
import fr.entecole.maison.Passant;
import java.time.Clock;
import java.util.UUID;

/// A question that was answered and one that nobody has seen, from the child's guardian, as where no message carries
/// them.
class ExempleFamilles implements ExempleDeModule {

    @Override
    public String module() {
        return "liaison";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        var answered = ask(monde, "Y a-t-il piscine\u00a0?");
        var unseen = ask(monde, "Y a-t-il cantine\u00a0?");
        monde.post(ENSEIGNANTE, "/liaison/familles/" + answered + "/suite", "texte", "Oui.");
        var teacher = monde.bean(Utilisateurs.class)
                .of(monde.compte(ENSEIGNANTE), null)
                .orElseThrow();
        monde.bean(LectureDesParoles.class)
                .of(teacher, answered)
                .ifPresent(parole -> monde.bean(Paroles.class)
                        .see(teacher, parole, monde.bean(Clock.class).instant()));
        exemple.get("/liaison/familles/{id}").with("id", answered).answers(ENSEIGNANTE, DIRECTRICE, RESPONSABLE);
        exemple.post("/liaison/familles/{id}/suite")
                .with("id", answered)
                .field("texte", "Merci.")
                .answers(ENSEIGNANTE, DIRECTRICE, RESPONSABLE);
        exemple.get("/liaison/familles/{id}/changement").with("id", unseen).answers(RESPONSABLE);
        exemple.post("/liaison/familles/{id}/changement")
                .with("id", unseen)
                .field("texte", "Autre chose ?")
                .answers(RESPONSABLE);
        exemple.post("/liaison/familles/{id}/annulation").with("id", unseen).answers(RESPONSABLE);
        exemple.post("/liaison/familles")
                .field("quoi", "question")
                .field("enfant", monde.personne(Passant.ELEVE))
                .field("texte", "Y a-t-il piscine ?")
                .answers(RESPONSABLE);
    }

    private static UUID ask(Monde monde, String texte) {
        var auteur = monde.bean(Utilisateurs.class)
                .of(monde.compte(RESPONSABLE), null)
                .orElseThrow();
        return monde.bean(Paroles.class)
                .say(
                        auteur,
                        new Enfant(monde.personne(Passant.ELEVE), monde.ecole(), "Timéo"),
                        new Propos(NatureDeParole.QUESTION, null, null, null, "", "", "", texte),
                        monde.bean(Clock.class).instant(),
                        null)
                .orElseThrow();
    }
}
