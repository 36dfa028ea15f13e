package fr.entecole.messagerie.ecriture;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.messagerie.Correspondance;
import fr.entecole.messagerie.Droit;
import fr.entecole.messagerie.Envoi;
import fr.entecole.messagerie.Envoi.Lettre;
import fr.entecole.messagerie.Regles;
import fr.entecole.messagerie.ecriture.ListeCourte.Interlocuteur;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Questions;
import fr.entecole.surete.Departs;
import fr.entecole.surete.Partance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A question that a family asks elsewhere begins a conversation with all who teach the child, by the rules and the
/// hours of every message. ADR 0098.
@Component
class QuestionsDesFamilles implements Questions {

    private final Regles regles;
    private final ListeCourte interlocuteurs;
    private final Correspondance correspondance;
    private final Departs departs;
    private final Lectures lectures;

    QuestionsDesFamilles(
            Regles regles,
            ListeCourte interlocuteurs,
            Correspondance correspondance,
            Departs departs,
            Lectures lectures) {
        this.regles = regles;
        this.interlocuteurs = interlocuteurs;
        this.correspondance = correspondance;
        this.departs = departs;
        this.lectures = lectures;
    }

    @Override
    public Set<UUID> carried(Utilisateur responsable) {
        return teachers(responsable).stream().map(Interlocuteur::eleve).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    @Transactional
    public Optional<Portee> ask(Utilisateur responsable, Question question, Instant now) {
        var teachers = teachers(responsable).stream()
                .filter(one ->
                        one.eleve().equals(question.eleve()) && one.ecole().equals(question.ecole()))
                .map(Interlocuteur::personne)
                .distinct()
                .toList();
        if (teachers.isEmpty()) {
            return Optional.empty();
        }
        var pour = List.of(Public.ofPersonnes(question.ecole(), teachers, Qui.EQUIPE));
        var depart = departs.ask(responsable, Partance.of(question.ecole(), pour, question.objet(), question.texte()));
        if (depart.refuse()) {
            return Optional.empty();
        }
        var lettre = new Lettre(TexteRiche.of(question.texte()), question.cle(), List.of(), null);
        var envoi = new Envoi(
                question.ecole(), question.objet(), pour, "", Set.of(question.eleve()), false, false, null, lettre);
        var conversation = correspondance.begin(responsable, envoi, depart, now);
        return Optional.of(new Portee(conversation, correspondance.delivery(question.ecole(), now)));
    }

    private List<Interlocuteur> teachers(Utilisateur responsable) {
        return lectures
                .read(regles.lecture(responsable.ecoles())
                        .with(interlocuteurs.of(responsable), (matrice, all) -> ListeCourte.permitted(all, matrice)))
                .stream()
                .filter(one -> one.droit() == Droit.RESPONSABLE_ENSEIGNANT)
                .toList();
    }
}
