package fr.entecole.liaison.rendezvous;

import static fr.entecole.socle.Phrases.t;

import java.util.Locale;
import java.util.stream.Stream;

/// What became of a gesture. All but the first ones have changed nothing.
enum Issue {
    PRIS(true),
    RENDU(true),
    SOUHAITE(true),
    DEPLACE(true),
    ECHANGE(true),
    ANNULE(true),
    AJOUTE(true),
    OUBLIE(true),
    /// somebody else was faster
    CRENEAU_PRIS(false),
    /// the child’s one meeting is another guardian’s
    DEJA_UN(false),
    /// booking is over
    CLOS(false),
    /// the slot stands no more, or its hour is past
    DISPARU(false),
    /// it would overlap another
    RECOUVRE(false),
    /// the mot says something else than what was read
    CORRIGE(false);

    private final boolean fait;

    Issue(boolean fait) {
        this.fait = fait;
    }

    boolean fait() {
        return fait;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static boolean isDone(String code) {
        return Stream.of(values()).anyMatch(issue -> issue.fait && issue.code().equals(code));
    }

    /// What is said to a family of this child.
    static String phrase(String code, String enfant) {
        return code.equals(DEJA_UN.code())
                ? t("Trop tard\u00a0: un rendez-vous vient d’être pris pour {0}", enfant)
                : phrase(code, false);
    }

    /// What is said once it has happened, to a family or to the school; empty for an unknown word.
    static String phrase(String code, boolean ecole) {
        return switch (code) {
            case "pris" ->
                ecole ? t("C’est noté : la famille a ce rendez-vous.") : t("C’est pris : l’école vous attend.");
            case "rendu" -> t("C’est fait : le rendez-vous est rendu.");
            case "souhaite" -> t("C’est noté : vous serez prévenu si un créneau se libère.");
            case "oublie" -> t("C’est fait : vous ne serez plus prévenu.");
            case "deplace" -> t("C’est déplacé : la famille est prévenue.");
            case "echange" -> t("C’est échangé : les deux familles sont prévenues.");
            case "annule" -> t("C’est annulé : la famille qui l’avait est prévenue.");
            case "ajoute" -> t("Le créneau est ajouté.");
            case "creneau_pris" -> t("Ce créneau vient d’être pris : choisissez-en un autre.");
            case "deja_un" -> t("Un rendez-vous est déjà pris pour cet enfant.");
            case "clos" -> t("Les réservations sont closes : adressez-vous à l’école.");
            case "disparu" -> t("Ce créneau n’existe plus : choisissez-en un autre.");
            case "recouvre" -> t("Un autre créneau occupe déjà cette heure.");
            case "corrige" -> t("Relisez ce mot, puis choisissez.");
            default -> "";
        };
    }
}
