package fr.entecole.liaison.formulaires;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Publics;
import fr.entecole.annuaire.Reperes;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.liaison.Attendu;
import fr.entecole.liaison.CahierDeLiaison;
import fr.entecole.liaison.CahierDeLiaison.Auteur;
import fr.entecole.liaison.Demande;
import fr.entecole.liaison.Redaction;
import fr.entecole.liaison.Repondants;
import fr.entecole.liaison.formulaires.Formulaire.Part;
import fr.entecole.liaison.formulaires.Formulaire.Reponses;
import fr.entecole.liaison.formulaires.Guichet.Envoi;
import fr.entecole.liaison.formulaires.Question.Nature;
import fr.entecole.liaison.formulaires.Question.Valeur;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.Decor;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What the CM1 asks its families about the class party, and a dozen answers.
@Component
class DecorFormulaires implements Decor {

    private static final int ORDRE = 111;
    private static final int ANSWERS = 12;
    private static final LocalTime AFTER_SCHOOL = LocalTime.of(16, 45);
    private static final List<String> MOTS = List.of(
            "Nous apportons un gâteau aux noix.", "Merci d’organiser cela.", "Peut-on venir avec un petit frère\u00a0?");

    private final CahierDeLiaison cahier;
    private final Guichet guichet;
    private final LectureDesFormulaires lecture;
    private final Publics publics;
    private final Calendriers calendriers;
    private final Reperes reperes;

    DecorFormulaires(
            CahierDeLiaison cahier,
            Guichet guichet,
            LectureDesFormulaires lecture,
            Publics publics,
            Calendriers calendriers,
            Reperes reperes) {
        this.cahier = cahier;
        this.guichet = guichet;
        this.lecture = lecture;
        this.publics = publics;
        this.calendriers = calendriers;
        this.reperes = reperes;
    }

    @Override
    public int ordre() {
        return ORDRE;
    }

    @Override
    public void install(Monde monde) {
        var curie = reperes.ecole("0110358E");
        var cm1 = Public.ofClasse(curie, reperes.classe("11", "514"), Qui.RESPONSABLES);
        var asked = monde.jour()
                .minusDays(5)
                .atTime(AFTER_SCHOOL)
                .atZone(Calendrier.PARIS)
                .toInstant();
        var visible = calendriers.of(curie).delivery(asked).orElse(asked);
        var last = monde.jour().plusDays(9);
        var end = last.plusDays(1).atStartOfDay(Calendrier.PARIS).toInstant();
        var said = new Redaction(List.of(cm1), false, "La fête de la classe", TexteRiche.of("""
                Nous préparons la fête de la classe. Dites-nous quand vous pouvez venir.

                Claire Estève"""), visible)
                .of(GenreFormulaire.CODE, new Demande(Attendu.PROPRE, Repondants.CHACUN, last));
        var mot = cahier.publish(
                said,
                new Auteur(monde.compte("Claire Estève"), monde.personne("Claire Estève")),
                asked,
                id -> guichet.ask(id, curie, Reponses.NOMMEES, Part.RESPONSABLE, end, questions()));
        Set<UUID> families = new LinkedHashSet<>();
        publics.each(cm1, m -> {
            if (!m.ecarte() && !m.organisme()) {
                families.add(m.personneId());
            }
        });
        families.remove(monde.personne("Samira Benali"));
        families.remove(monde.personne("Karim Benali"));
        answer(mot, families.stream().limit(ANSWERS).toList(), visible);
    }

    private static List<Question> questions() {
        return List.of(
                question(1, Nature.CHOIX, "Quel jour préférez-vous\u00a0?", List.of("vendredi soir", "samedi matin", "les deux")),
                question(
                        2,
                        Nature.PLUSIEURS,
                        "Que pouvez-vous apporter\u00a0?",
                        List.of("un plat", "un dessert", "une boisson", "un jeu")),
                new Question(new UUID(0, 3), 3, Nature.NOMBRE, "Combien serez-vous\u00a0?", List.of(), 0, 9),
                question(4, Nature.TEXTE, "Un mot pour nous\u00a0?", List.of()));
    }

    private static Question question(int rang, Nature nature, String libelle, List<String> options) {
        return new Question(new UUID(0, rang), rang, nature, libelle, options, null, null);
    }

    private void answer(UUID mot, List<UUID> families, Instant visible) {
        var questions = lecture.of(mot).orElseThrow().questions();
        for (int i = 0; i < families.size(); i++) {
            Map<UUID, Valeur> valeurs = new HashMap<>();
            valeurs.put(questions.get(0).id(), new Valeur(List.of(i % 4 == 3 ? 2 : 1 + i % 2 * 2), "", null));
            valeurs.put(questions.get(1).id(), new Valeur(i % 3 == 0 ? List.of(1, 2) : List.of(1 + i % 4), "", null));
            valeurs.put(questions.get(2).id(), new Valeur(List.of(), "", 2 + i % 3));
            valeurs.put(questions.get(3).id(), new Valeur(List.of(), i < MOTS.size() ? MOTS.get(i) : "", null));
            var who = families.get(i);
            guichet.answer(new Envoi(mot, null, who, Set.of(who), valeurs), visible.plusSeconds(3600L * (i + 1)));
        }
    }
}
