package fr.entecole.agenda;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Etendue;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Cles;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Who may do what with an event, pure: from what the person is to the school today.
public record EvenementAccess(Utilisateur utilisateur) {

    public static EvenementAccess of(Utilisateur utilisateur) {
        return new EvenementAccess(utilisateur);
    }

    /// Whether these are people of theirs: classes and pupils that they teach, their colleagues, the school that they
    /// direct. Of a group, no feed says who teaches it: the directory judges it when the event is written.
    boolean publishes(Public pour) {
        var perimetre = Perimetre.of(utilisateur);
        var ecole = pour.ecoleId();
        if (perimetre.directs(ecole)) {
            return pour.etendue().inOneSchool();
        }
        return switch (pour.etendue()) {
            case CLASSE -> Arrays.stream(pour.ids()).allMatch(id -> perimetre.teaches(ecole, id));
            case ELEVES -> Arrays.stream(pour.ids()).allMatch(id -> perimetre.teachesEleve(ecole, id));
            case GROUPE -> perimetre.worksIn(ecole) && !perimetre.elevesTaught().isEmpty();
            case ECOLE -> pour.qui() == Qui.EQUIPE && writes() && perimetre.worksIn(ecole);
            default -> false;
        };
    }

    /// Whether there is anybody for whom they may write.
    boolean publishesSomewhere() {
        return writes()
                && utilisateur.ecoles().stream()
                        .anyMatch(ecole -> Perimetre.of(utilisateur).worksIn(ecole)
                                || Perimetre.of(utilisateur).directs(ecole));
    }

    private boolean writes() {
        return utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR);
    }

    /// Changes and cancels it: the head, and its author as long as all of these are people of theirs.
    public boolean changes(Evenement evenement) {
        var perimetre = Perimetre.of(utilisateur);
        return perimetre.directs(evenement.ecoleId())
                || (evenement.auteurId() != null
                        && utilisateur.personnes().contains(evenement.auteurId())
                        && perimetre.worksIn(evenement.ecoleId())
                        && !evenement.publics().isEmpty()
                        && evenement.publics().stream().allMatch(this::publishes));
    }

    /// Whether it is for classes alone, all of which they teach.
    boolean shares(Evenement evenement) {
        return writes()
                && !evenement.publics().isEmpty()
                && evenement.publics().stream().allMatch(pour -> pour.etendue() == Etendue.CLASSE && publishes(pour));
    }

    /// Under which keys they find what is to come: their own, and for who works in a school those of its families and
    /// pupils, and of the classes that they teach. What is for one child is for their family, its author and the head.
    Cles cles() {
        var perimetre = Perimetre.of(utilisateur);
        List<Cle> more = new ArrayList<>();
        utilisateur.ecoles().stream().filter(perimetre::worksIn).forEach(ecole -> {
            more.addAll(Public.ofEcole(ecole, Qui.RESPONSABLES).cles());
            more.addAll(Public.ofEcole(ecole, Qui.ELEVES).cles());
            perimetre.classesTaught().stream()
                    .filter(classe -> perimetre.teaches(ecole, classe))
                    .forEach(classe -> {
                        more.addAll(
                                Public.ofClasse(ecole, classe, Qui.RESPONSABLES).cles());
                        more.addAll(Public.ofClasse(ecole, classe, Qui.ELEVES).cles());
                    });
        });
        return utilisateur.cles().and(Cles.of(more));
    }

    UUID[] dirigees() {
        return Perimetre.of(utilisateur).ecolesDirected().toArray(UUID[]::new);
    }

    UUID[] travaille() {
        var perimetre = Perimetre.of(utilisateur);
        return utilisateur.ecoles().stream().filter(perimetre::worksIn).toArray(UUID[]::new);
    }

    /// The classes whose life they share: those of a pupil, of a guardian's children, those that they teach.
    UUID[] classes() {
        var perimetre = Perimetre.of(utilisateur);
        return switch (utilisateur.profil()) {
            case ELEVE -> perimetre.classes().toArray(UUID[]::new);
            case PARENT -> perimetre.classesOfEnfants().toArray(UUID[]::new);
            default -> perimetre.classesTaught().toArray(UUID[]::new);
        };
    }

    /// Keys under which what is for these publics is found, in order.
    static List<String> written(List<Public> publics) {
        return publics.stream()
                .flatMap(pour -> pour.cles().stream())
                .map(Cle::valeur)
                .distinct()
                .sorted()
                .toList();
    }

    /// The same publics, the pupils with their families.
    public static List<Public> withPupils(List<Public> publics) {
        return publics.stream()
                .flatMap(pour -> pour.qui() == Qui.RESPONSABLES
                        ? Stream.of(pour, new Public(pour.etendue(), Qui.ELEVES, pour.ecoleId(), pour.cibles()))
                        : Stream.of(pour))
                .toList();
    }
}
