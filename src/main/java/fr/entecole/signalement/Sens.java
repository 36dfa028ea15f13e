package fr.entecole.signalement;

import static fr.entecole.socle.Phrases.t;

/// What was decided.
enum Sens {
    RIEN,
    MASQUE,
    RETIRE;

    String phrase() {
        return switch (this) {
            case RIEN -> t("Rien à reprocher");
            case MASQUE -> t("Masqué");
            case RETIRE -> t("Retiré");
        };
    }

    String precision() {
        return switch (this) {
            case RIEN -> t("Tout le monde le lit à nouveau.");
            case MASQUE -> t("Ses lecteurs ne le voient plus\u00a0; son auteur le voit encore.");
            case RETIRE -> t("Plus personne ne le voit, et c’est définitif.");
        };
    }

    /// The whole of it, to a pupil.
    String phraseEleve() {
        return switch (this) {
            case RIEN -> t("Un adulte a décidé\u00a0: tout le monde peut encore le lire.");
            case MASQUE -> t("Un adulte a décidé\u00a0: c’est caché, les autres ne le lisent plus.");
            case RETIRE -> t("Un adulte a décidé\u00a0: c’est retiré pour toujours.");
        };
    }

    String ton() {
        return this == RIEN ? "bien" : "attente";
    }

    String icone() {
        return this == RIEN ? "check" : "oeil";
    }
}
