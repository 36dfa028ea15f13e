package fr.entecole.portail;

import static fr.entecole.socle.Phrases.t;

import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/// What a person is told when a page cannot be shown: what happened, what is kept, who helps. Never a cause, never a
/// trace.
record Erreur(int statut, String titre, String recit, String garde, String aide) {

    /// @param cause what made the request fail, when something did: a database out of reach is no fault of the program
    /// @param envoi kind of what was sent, which tells a file from a text
    static Erreur of(int statut, @Nullable Throwable cause, @Nullable String envoi) {
        return switch (unreachable(cause) ? 503 : statut) {
            case 400, 408, 415, 417, 422, 501, 505 -> incomplete(statut);
            case 401, 403 -> refused(statut);
            case 404, 405, 406, 410 -> unknown(statut);
            case 413 -> envoi != null && envoi.startsWith("multipart/") ? fileTooBig(statut) : textTooLong(statut);
            case 429 -> tooMany(statut);
            case 503, 504 -> unavailable();
            default -> broken(statut);
        };
    }

    private static boolean unreachable(@Nullable Throwable cause) {
        for (var c = cause; c != null; c = c.getCause()) {
            if (c instanceof DataAccessResourceFailureException
                    || c instanceof CannotCreateTransactionException
                    || c instanceof SQLTransientConnectionException) {
                return true;
            }
        }
        return false;
    }

    private static Erreur incomplete(int statut) {
        return new Erreur(
                statut,
                t("Cette demande est incomplète"),
                t("L’adresse ou le formulaire n’est pas arrivé en entier."),
                t("Rien n’a changé."),
                t("Revenez en arrière et recommencez. Si cela se répète, dites-le à votre école."));
    }

    private static Erreur refused(int statut) {
        return new Erreur(
                statut,
                t("Cette page n’a pas pu s’ouvrir pour vous"),
                t("Elle est réservée à d’autres personnes, ou votre formulaire a attendu trop longtemps."),
                t("Rien n’a changé. Vous n’avez rien cassé."),
                t("Revenez à l’accueil et recommencez. S’il vous manque un accès, l’école peut le corriger."));
    }

    private static Erreur unknown(int statut) {
        return new Erreur(
                statut,
                t("Cette page n’existe pas"),
                t("Son adresse est incomplète, ou la page a été retirée."),
                t("Vous n’avez rien cassé et rien n’est perdu."),
                t("Si quelqu’un vous a donné cette adresse, demandez-la-lui de nouveau."));
    }

    /// The sizes are those of `application.yaml`.
    private static Erreur fileTooBig(int statut) {
        return new Erreur(
                statut,
                t("Ce fichier est trop lourd"),
                t("Un fichier peut peser 10 Mo au plus, et celui-ci pèse davantage : il n’est pas arrivé."),
                t("Rien n’a été enregistré. Ce qui l’était déjà n’a pas changé."),
                t(
                        "Revenez en arrière avec la flèche de votre navigateur, puis joignez un fichier plus léger : un PDF numérisé moins finement, ou une photo en taille moyenne."));
    }

    private static Erreur textTooLong(int statut) {
        return new Erreur(
                statut,
                t("Ce texte est trop long"),
                t(
                        "Un envoi peut faire 250 000 caractères au plus, et celui-ci en fait davantage : il n’est pas arrivé."),
                t("Rien n’a été enregistré. Ce qui l’était déjà n’a pas changé."),
                t(
                        "Revenez en arrière avec la flèche de votre navigateur : votre texte y est sans doute encore. Envoyez-le en plusieurs fois."));
    }

    private static Erreur tooMany(int statut) {
        return new Erreur(
                statut,
                t("Trop d’essais en peu de temps"),
                t("Pour protéger les comptes, nous faisons attendre un peu."),
                t("Rien n’a changé."),
                t("Attendez quelques minutes, puis recommencez."));
    }

    private static Erreur unavailable() {
        return new Erreur(
                503,
                t("Le service ne répond pas pour le moment"),
                t("C’est passager et cela ne vient pas de vous."),
                t("Tout ce qui était enregistré est gardé. Ce que vous veniez d’envoyer ne l’est peut-être pas."),
                t("Réessayez dans quelques minutes. Si cela dure, dites-le à votre école."));
    }

    private static Erreur broken(int statut) {
        return new Erreur(
                statut < 500 ? 500 : statut,
                t("Quelque chose n’a pas marché"),
                t("L’erreur vient de nous, pas de vous."),
                t("Tout ce qui était enregistré est gardé. Ce que vous veniez d’envoyer ne l’est peut-être pas."),
                t("Revenez en arrière et recommencez. Si cela se répète, donnez le numéro à votre école."));
    }
}
