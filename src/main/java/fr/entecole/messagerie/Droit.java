package fr.entecole.messagerie;

import static fr.entecole.socle.Phrases.t;

/// One line of the matrix: as what one writes, and to whom.
public enum Droit {
    RESPONSABLE_ENSEIGNANT(true),
    RESPONSABLE_DIRECTION(true),
    ELEVE_ENSEIGNANT(true),
    ELEVE_DIRECTION(false),
    ELEVE_ELEVE(false),
    ENSEIGNANT_RESPONSABLE(true),
    ENSEIGNANT_ELEVE(true),
    EQUIPE_EQUIPE(true),
    DIRECTION_RESPONSABLE(true),
    DIRECTION_ELEVE(true);

    private final boolean dAbord;

    Droit(boolean dAbord) {
        this.dAbord = dAbord;
    }

    /// As long as the region has said nothing.
    public boolean dAbord() {
        return dAbord;
    }

    /// A message of this kind can wait for the teacher.
    public boolean seRetient() {
        return this == ELEVE_ELEVE;
    }

    public String phrase(boolean permis) {
        return permis ? oui() : non();
    }

    private String oui() {
        return switch (this) {
            case RESPONSABLE_ENSEIGNANT -> t("Les parents peuvent écrire aux enseignants de leurs enfants.");
            case RESPONSABLE_DIRECTION -> t("Les parents peuvent écrire à la direction de l’école.");
            case ELEVE_ENSEIGNANT -> t("Les élèves, du CE2 au CM2, peuvent écrire à leur maîtresse ou à leur maître.");
            case ELEVE_DIRECTION -> t("Les élèves, du CE2 au CM2, peuvent écrire à la direction de l’école.");
            case ELEVE_ELEVE -> t("Les élèves, du CE2 au CM2, peuvent écrire aux élèves de leur classe.");
            case ENSEIGNANT_RESPONSABLE -> t("Les enseignants peuvent écrire aux familles de leurs élèves.");
            case ENSEIGNANT_ELEVE -> t("Les enseignants peuvent écrire à leurs élèves, du CE2 au CM2.");
            case EQUIPE_EQUIPE -> t("Les personnes qui travaillent à l’école peuvent s’écrire.");
            case DIRECTION_RESPONSABLE -> t("La direction peut écrire à toutes les familles de l’école.");
            case DIRECTION_ELEVE -> t("La direction peut écrire aux élèves de l’école, du CE2 au CM2.");
        };
    }

    private String non() {
        return switch (this) {
            case RESPONSABLE_ENSEIGNANT -> t("Les parents n’écrivent pas en premier aux enseignants.");
            case RESPONSABLE_DIRECTION -> t("Les parents n’écrivent pas en premier à la direction.");
            case ELEVE_ENSEIGNANT -> t("Les élèves n’écrivent pas en premier à leur maîtresse ou à leur maître.");
            case ELEVE_DIRECTION -> t("Les élèves n’écrivent pas en premier à la direction.");
            case ELEVE_ELEVE -> t("Les élèves ne s’écrivent pas entre eux.");
            case ENSEIGNANT_RESPONSABLE -> t("Les enseignants n’écrivent pas en premier aux familles.");
            case ENSEIGNANT_ELEVE -> t("Les enseignants n’écrivent pas en premier à leurs élèves.");
            case EQUIPE_EQUIPE -> t("Les personnes qui travaillent à l’école ne s’écrivent pas en premier ici.");
            case DIRECTION_RESPONSABLE -> t("La direction n’écrit pas en premier aux familles.");
            case DIRECTION_ELEVE -> t("La direction n’écrit pas en premier aux élèves.");
        };
    }
}
