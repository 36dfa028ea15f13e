package fr.entecole.liaison;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.Public;
import fr.entecole.socle.Utilisateur;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who may do what with a mot, pure: from what the person is to the school today.
public record MotAccess(Utilisateur utilisateur) {

    public static MotAccess of(Utilisateur utilisateur) {
        return new MotAccess(utilisateur);
    }

    /// Whether these are people of theirs: classes and pupils that they teach, the school that they direct. Of a group,
    /// no feed says who teaches it: the directory judges it when the mot is written.
    public boolean publishes(Public pour) {
        var perimetre = Perimetre.of(utilisateur);
        var ecole = pour.ecoleId();
        if (perimetre.directs(ecole)) {
            return pour.etendue().inOneSchool();
        }
        return switch (pour.etendue()) {
            case CLASSE -> Arrays.stream(pour.ids()).allMatch(id -> perimetre.teaches(ecole, id));
            case ELEVES -> Arrays.stream(pour.ids()).allMatch(id -> perimetre.teachesEleve(ecole, id));
            case GROUPE -> perimetre.worksIn(ecole) && !perimetre.elevesTaught().isEmpty();
            default -> false;
        };
    }

    /// Whether anybody can be chosen at all: a replacement without a class has nobody to write to.
    public boolean publishesSomewhere() {
        var perimetre = Perimetre.of(utilisateur);
        return !perimetre.ecolesDirected().isEmpty()
                || !perimetre.classesTaught().isEmpty()
                || !perimetre.elevesTaught().isEmpty();
    }

    /// Does without the delivery hours of the school: who directs it.
    public boolean hurries(Collection<Public> publics) {
        var perimetre = Perimetre.of(utilisateur);
        return !publics.isEmpty() && publics.stream().allMatch(pour -> perimetre.directs(pour.ecoleId()));
    }

    /// As someone of the school: the head all of its mots, an author their own while they work there, a teacher those
    /// to a class of theirs or to the whole school where they teach one.
    public boolean sees(Mot mot) {
        var perimetre = Perimetre.of(utilisateur);
        return perimetre.directs(mot.ecoleId())
                || (writes(mot.auteurId()) && perimetre.worksIn(mot.ecoleId()))
                || mot.publics().stream().anyMatch(pour -> switch (pour.etendue()) {
                    case CLASSE -> publishes(pour);
                    case ECOLE -> perimetre.ecolesTaught().contains(pour.ecoleId());
                    default -> false;
                });
    }

    /// Who has read it, by name: the head, and the author as long as all of these are people of theirs.
    public boolean follows(Mot mot) {
        return Perimetre.of(utilisateur).directs(mot.ecoleId())
                || (writes(mot.auteurId())
                        && !mot.publics().isEmpty()
                        && mot.publics().stream().allMatch(this::publishes));
    }

    /// Reads answers of those whom they teach, by name: someone who teaches the class to which it was written.
    /// Reminding, slips and what comes back on paper stay with who follows.
    public boolean readsAnswers(Mot mot) {
        return follows(mot) || mot.demande().asks() && sees(mot) && !writes(mot.auteurId());
    }

    /// Corrects it and takes it back.
    public boolean changes(Mot mot) {
        return follows(mot);
    }

    private boolean writes(@Nullable UUID auteur) {
        return auteur != null && utilisateur.personnes().contains(auteur);
    }
}
