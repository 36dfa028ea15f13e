package fr.entecole.annuaire;

import fr.entecole.annuaire.Public.Etendue;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Utilisateur;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// What a person is to a school, a class, a pupil today, for the access rules of rooms: pure answers from the keys that
/// came with the account, which the node forgets when they change, without a statement. A guardian kept out, a child
/// gone, a teacher detached are out of it; so is whatever belongs to a closed school.
public record Perimetre(Utilisateur utilisateur) {

    public static Perimetre of(Utilisateur utilisateur) {
        return new Perimetre(utilisateur);
    }

    public boolean directs(UUID ecole) {
        return holds(Etendue.ECOLE, Qui.DIRECTIONS, ecole, ecole);
    }

    public boolean worksIn(UUID ecole) {
        return holds(Etendue.ECOLE, Qui.EQUIPE, ecole, ecole);
    }

    public boolean teaches(UUID ecole, UUID classe) {
        return holds(Etendue.CLASSE, Qui.EQUIPE, ecole, classe);
    }

    public boolean teachesEleve(UUID ecole, UUID eleve) {
        return holds(Etendue.ELEVES, Qui.EQUIPE, ecole, eleve);
    }

    /// A guardian in force of this pupil.
    public boolean answersFor(UUID ecole, UUID eleve) {
        return holds(Etendue.ELEVES, Qui.RESPONSABLES, ecole, eleve);
    }

    /// It is for this person. Who publishes it sees it by another right: teaching or directing.
    public boolean isMeantBy(Public pour) {
        return utilisateur.cles().holdsOneOf(pour.cles());
    }

    public Set<UUID> ecolesDirected() {
        return ids(Etendue.ECOLE, Qui.DIRECTIONS);
    }

    public Set<UUID> ecolesTaught() {
        var start = Etendue.CLASSE + "." + Qui.EQUIPE + ".";
        return utilisateur.cles().toutes().stream()
                .filter(cle -> cle.valeur().startsWith(start))
                .map(Cle::ecoleId)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Set<UUID> classesTaught() {
        return ids(Etendue.CLASSE, Qui.EQUIPE);
    }

    public Set<UUID> elevesTaught() {
        return ids(Etendue.ELEVES, Qui.EQUIPE);
    }

    /// Those that a pupil is in.
    public Set<UUID> classes() {
        return ids(Etendue.CLASSE, Qui.ELEVES);
    }

    /// Those in which a guardian has children.
    public Set<UUID> classesOfEnfants() {
        return ids(Etendue.CLASSE, Qui.RESPONSABLES);
    }

    /// The children for whom a guardian answers, in open schools.
    public Set<UUID> enfants() {
        return ids(Etendue.ELEVES, Qui.RESPONSABLES);
    }

    private boolean holds(Etendue etendue, Qui qui, UUID ecole, UUID cible) {
        return utilisateur.cles().holds(Public.cle(etendue, qui, ecole, cible.toString()));
    }

    private Set<UUID> ids(Etendue etendue, Qui qui) {
        return utilisateur.cles().ids(etendue + "." + qui + ".");
    }
}
