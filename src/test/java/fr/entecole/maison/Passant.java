package fr.entecole.maison;

import java.util.List;

/// Someone who asks for a page, and how they stand to the CM1 of Claire Estève, école Marie Curie, and to its pupil
/// Timéo Galy: what an example shows is theirs. Whoever is not named by an example must find nothing.
public enum Passant {
    ENSEIGNANTE("the teacher of the class", Seance.ENTREE),
    DIRECTRICE("the head of the school", Seance.ENTREE),
    RESPONSABLE("the child's guardian", Seance.ENTREE),
    ELEVE("the child", Seance.ENTREE),
    ADMINISTRATEUR("the region's administrator", Seance.ENTREE),
    COLLEGUE("the teacher of another class of the school", Seance.ENTREE),
    ANCIEN_ENSEIGNANT("a colleague who taught the class until last year", Seance.ENTREE),
    ENSEIGNANT_PARTI("a teacher of the class who has left for another school", Seance.ENTREE),
    ENSEIGNANT_SUSPENDU("a teacher of the class who is suspended", Seance.FINIE),
    ENSEIGNANT_AILLEURS("a teacher of another school", Seance.ENTREE),
    ENSEIGNANTE_ET_MERE("a teacher of another school who is the mother of a child of this one", Seance.ENTREE),
    DIRECTION_AILLEURS("the head of another school", Seance.ENTREE),
    AESH("a member of the school's staff who teaches no class", Seance.ENTREE),
    AUTRE_FAMILLE("the guardian of another child of the class", Seance.ENTREE),
    FAMILLE_AILLEURS("a guardian of another school", Seance.ENTREE),
    RESPONSABLE_ECARTE("the guardian whom the head keeps out", Seance.ENTREE),
    ANCIEN_RESPONSABLE("a guardian whose link to the child has ended", Seance.ENTREE),
    RESPONSABLE_SUSPENDU("a guardian of the child who is suspended", Seance.FINIE),
    CAMARADE("another child of the class", Seance.ENTREE),
    ANCIEN_ELEVE("a child who was in the class last year", Seance.ENTREE),
    ELEVE_AILLEURS("a child of another school", Seance.ENTREE),
    REFERENT_VILLE("the commune's lead", Seance.ENTREE),
    CONTRIBUTEUR("an editor of the commune", Seance.ENTREE),
    FINANCES("the commune's finances", Seance.ENTREE),
    MAIRE("the mayor", Seance.ENTREE),
    ERUN("the ERUN of the circonscription", Seance.ENTREE),
    IEN("the inspector of the circonscription", Seance.ENTREE),
    ASSISTANCE("the académie's assistance", Seance.ENTREE),
    DPO("the data protection officer", Seance.ENTREE),
    APPAREIL_DE_CLASSE("a device on which a class is open, no child in", Seance.APPAREIL),
    ENFANT_SUR_APPAREIL("a child who does not read, in on the class's device", Seance.ENTREE),
    ENFANT_CHEZ_SOI("a child who does not read, whose page a guardian has opened at home", Seance.ENTREE),
    SANS_SESSION("someone signed out", Seance.AUCUNE);

    /// Those whose sending a freeze of the whole school stops.
    static final List<Passant> FROZEN = List.of(ENSEIGNANTE, DIRECTRICE, RESPONSABLE, ELEVE);

    private final String mots;
    private final Seance seance;

    Passant(String mots, Seance seance) {
        this.mots = mots;
        this.seance = seance;
    }

    public String mots() {
        return mots;
    }

    /// Whether this answer told them nothing: not found, or the door for whom the house does not know.
    boolean turnedAway(int status, String place) {
        boolean door = status == 302 && place.equals("/connexion");
        return switch (seance) {
            case ENTREE -> status == 404;
            case AUCUNE -> door;
            case FINIE -> door || status == 404;
            case APPAREIL -> door || status == 404 || status == 302 && place.equals("/classe");
        };
    }

    /// What the house knows of them when they ask.
    enum Seance {
        ENTREE,
        FINIE,
        APPAREIL,
        AUCUNE
    }
}
