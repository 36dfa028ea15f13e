package fr.entecole.liaison.formulaires;

import static fr.entecole.maison.Passant.ANCIEN_RESPONSABLE;
import static fr.entecole.maison.Passant.AUTRE_FAMILLE;
import static fr.entecole.maison.Passant.DIRECTRICE;
import static fr.entecole.maison.Passant.ELEVE;
import static fr.entecole.maison.Passant.ENSEIGNANTE;
import static fr.entecole.maison.Passant.RESPONSABLE;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.liaison.CahierDeLiaison;
import fr.entecole.liaison.CahierDeLiaison.Auteur;
import fr.entecole.liaison.Demande;
import fr.entecole.liaison.Redaction;
import fr.entecole.liaison.formulaires.Formulaire.Part;
import fr.entecole.liaison.formulaires.Formulaire.Reponses;
import fr.entecole.liaison.formulaires.Guichet.Envoi;
import fr.entecole.liaison.formulaires.Question.Nature;
import fr.entecole.liaison.formulaires.Question.Valeur;
import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;
import fr.entecole.redaction.TexteRiche;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/// A form that a guardian has answered with their name, and one that they have answered for the child without it.
class ExempleFormulaires implements ExempleDeModule {

    @Override
    public String module() {
        return "liaison";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        var now = monde.bean(Clock.class).instant();
        var mot = asked(monde, "Une question", Reponses.NOMMEES, Part.RESPONSABLE, now);
        var anonyme = asked(monde, "Une autre question", Reponses.ANONYMES, Part.ENFANT, now);
        answer(monde, mot, now);
        answer(monde, anonyme, now);
        exemple.get("/liaison/mots/{id}/formulaire")
                .with("id", mot)
                .answers(ENSEIGNANTE, DIRECTRICE, RESPONSABLE, AUTRE_FAMILLE)
                .also(ANCIEN_RESPONSABLE, "they have another child in the class");
        exemple.post("/liaison/mots/{id}/formulaire")
                .with("id", mot)
                .field("version", "1")
                .field("q1", "1")
                .answers(RESPONSABLE, AUTRE_FAMILLE)
                .also(ANCIEN_RESPONSABLE, "they have another child in the class");
        for (var paper : List.of(
                exemple.get("/liaison/mots/{id}/formulaire/papier/{pour}"),
                exemple.post("/liaison/mots/{id}/formulaire/papier/{pour}").field("q1", "1"))) {
            paper.with("id", mot).with("pour", monde.personne(AUTRE_FAMILLE)).answers(ENSEIGNANTE, DIRECTRICE);
        }
        exemple.post("/liaison/mots/{id}/formulaire/tableau")
                .with("id", mot)
                .status(HttpStatus.OK)
                .answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post("/liaison/mots/{id}/formulaire/fermeture")
                .with("id", anonyme)
                .answers(ENSEIGNANTE, DIRECTRICE);
    }

    private static void answer(Monde monde, UUID mot, Instant now) {
        var responsable = monde.personne(RESPONSABLE);
        var question = monde.bean(LectureDesFormulaires.class)
                .of(mot)
                .orElseThrow()
                .questions()
                .getFirst()
                .id();
        monde.bean(Guichet.class)
                .answer(
                        new Envoi(
                                mot,
                                monde.personne(ELEVE),
                                responsable,
                                Set.of(responsable),
                                Map.of(question, new Valeur(List.of(1), "", null))),
                        now);
    }

    private static UUID asked(Monde monde, String titre, Reponses reponses, Part part, Instant now) {
        var pour = Public.ofClasse(monde.ecole(), monde.classe(), Qui.RESPONSABLES);
        var question =
                new Question(new UUID(0, 1), 1, Nature.CHOIX, "Quel jour ?", List.of("lundi", "mardi"), null, null);
        return monde.bean(CahierDeLiaison.class)
                .publish(
                        new Redaction(List.of(pour), false, titre, TexteRiche.of("Répondez."), now)
                                .of(GenreFormulaire.CODE, Demande.RIEN),
                        new Auteur(monde.compte(ENSEIGNANTE), monde.personne(ENSEIGNANTE)),
                        now,
                        mot -> monde.bean(Guichet.class)
                                .ask(
                                        mot,
                                        monde.ecole(),
                                        reponses,
                                        part,
                                        now.plus(Duration.ofDays(7)),
                                        List.of(question)));
    }
}
