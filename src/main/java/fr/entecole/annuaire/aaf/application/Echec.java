package fr.entecole.annuaire.aaf.application;

import static fr.entecole.socle.Phrases.t;

import java.sql.SQLException;

/// Why an import stopped on its way, for whom it concerns.
record Echec(Throwable cause) {

    /// A disk of the database is full (PostgreSQL, appendix A).
    private static final String FULL = "53100";

    /// Types and SQL states only: the messages of a database may quote a row, hence a child's name.
    String description() {
        var state = state();
        return state.isEmpty() ? root().getClass().getSimpleName() : "SQLSTATE " + state;
    }

    String phrase() {
        return state().equals(FULL)
                ? t("La base n’a plus de place sur son disque : rien n’a été changé. Faites de la place, puis donnez"
                        + " l’envoi de nouveau.")
                : t(
                        "L’import a échoué ({0}) : rien n’a été changé. Donnez l’envoi de nouveau, et prévenez"
                                + " l’assistance si cela recommence.",
                        description());
    }

    /// On this thread or on the one that stages: by then what filled the memory is let go.
    boolean ofMemory() {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof OutOfMemoryError) {
                return true;
            }
        }
        return false;
    }

    private String state() {
        return root() instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
    }

    private Throwable root() {
        var root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
