package fr.entecole.liaison.formulaires;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.comptes.Membres;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.liaison.Attendu;
import fr.entecole.liaison.CahierDeLiaison;
import fr.entecole.liaison.CahierDeLiaison.Auteur;
import fr.entecole.liaison.Demande;
import fr.entecole.liaison.LectureDesMots;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.Redaction;
import fr.entecole.liaison.Repondants;
import fr.entecole.liaison.formulaires.Formulaire.Part;
import fr.entecole.liaison.formulaires.Formulaire.Reponses;
import fr.entecole.liaison.formulaires.Guichet.Envoi;
import fr.entecole.liaison.formulaires.Question.Nature;
import fr.entecole.liaison.formulaires.Question.Valeur;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.Decor;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
            "Nous apportons un gâteau aux noix.",
            "Merci d’organiser cela.",
            "Peut-on venir avec un petit frère\u00a0?");

    private final CahierDeLiaison cahier;
    private final Guichet guichet;
    private final LectureDesFormulaires lecture;
    private final GestesDesFormulaires gestes;
    private final LectureDesMots mots;
    private final Membres membres;
    private final Utilisateurs utilisateurs;
    private final Calendriers calendriers;
    private final Reperes reperes;

    DecorFormulaires(
            CahierDeLiaison cahier,
            Guichet guichet,
            LectureDesFormulaires lecture,
            GestesDesFormulaires gestes,
            LectureDesMots mots,
            Membres membres,
            Utilisateurs utilisateurs,
            Calendriers calendriers,
            Reperes reperes) {
        this.cahier = cahier;
        this.guichet = guichet;
        this.lecture = lecture;
        this.gestes = gestes;
        this.mots = mots;
        this.membres = membres;
        this.utilisateurs = utilisateurs;
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
        var notYet = Set.of(monde.personne("Samira Benali"), monde.personne("Karim Benali"));
        utilisateurs
                .of(monde.compte("Claire Estève"), null)
                .flatMap(teacher -> mots.sent(teacher, mot))
                .ifPresent(written -> answer(written, families(cm1, notYet)));
        utilisateurs.forgetAll(); // those of a world that does not stand yet
    }

    /// Guardians who have come in, each with a child of the class.
    private Map<Utilisateur, UUID> families(Public pour, Set<UUID> notYet) {
        Map<Utilisateur, UUID> families = new LinkedHashMap<>();
        membres.each(pour, joignable -> {
            var m = joignable.membre();
            var compte = joignable.compteId();
            var eleve = m.eleveId();
            if (eleve != null && compte != null && !m.ecarte() && !notYet.contains(m.personneId())) {
                utilisateurs
                        .of(compte, null)
                        .filter(u -> u.is(Profil.PARENT))
                        .ifPresent(parent -> families.putIfAbsent(parent, eleve));
            }
        });
        return families;
    }

    private static List<Question> questions() {
        return List.of(
                question(
                        1,
                        Nature.CHOIX,
                        "Quel jour préférez-vous\u00a0?",
                        List.of("vendredi soir", "samedi matin", "les deux")),
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

    private void answer(Mot mot, Map<Utilisateur, UUID> families) {
        var questions = lecture.of(mot.id()).orElseThrow().questions();
        int i = 0;
        for (var family : families.entrySet()) {
            if (i == ANSWERS) {
                return;
            }
            Map<UUID, Valeur> valeurs = new HashMap<>();
            valeurs.put(questions.get(0).id(), new Valeur(List.of(i % 4 == 3 ? 2 : 1 + i % 2 * 2), "", null));
            valeurs.put(questions.get(1).id(), new Valeur(i % 3 == 0 ? List.of(1, 2) : List.of(1 + i % 4), "", null));
            valeurs.put(questions.get(2).id(), new Valeur(List.of(), "", 2 + i % 3));
            valeurs.put(questions.get(3).id(), new Valeur(List.of(), i < MOTS.size() ? MOTS.get(i) : "", null));
            var who = family.getKey();
            gestes.answer(
                    who,
                    mot,
                    new Envoi(mot.id(), null, who.personneId(), who.personnes(), valeurs),
                    List.of(family.getValue()));
            i++;
        }
    }
}
