package fr.entecole.liaison.suivi;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.liaison.Demande;
import fr.entecole.liaison.Repondu.Sens;
import fr.entecole.liaison.suivi.Suivi.Enfant;
import fr.entecole.liaison.suivi.Suivi.Etat;
import fr.entecole.liaison.suivi.Suivi.Responsable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Whom the follow-up of a mot shows.
public enum Filtre {
    TOUS,
    /// of whom an answer is still awaited
    MANQUE,
    OUI,
    NON,
    PAS_ENCORE,
    /// who cannot be reached here, and children of whom nobody is known
    SANS_COMPTE,
    /// who answers on paper, as the school has noted
    SUR_PAPIER,
    LU;

    /// @param code as in an address: `pas_encore`
    public static Filtre of(String code) {
        return Arrays.stream(values())
                .filter(filtre -> filtre.code().equals(code))
                .findFirst()
                .orElse(TOUS);
    }

    /// Those that a mot that asks this has.
    static List<Filtre> of(Demande demande) {
        return switch (demande.attendu()) {
            case RIEN -> List.of(TOUS, PAS_ENCORE, SANS_COMPTE, SUR_PAPIER, LU);
            case OUI_NON -> List.of(TOUS, MANQUE, OUI, NON, SANS_COMPTE, SUR_PAPIER);
            case SIGNATURE, PROPRE -> List.of(TOUS, MANQUE, PAS_ENCORE, SANS_COMPTE, SUR_PAPIER);
        };
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String libelle() {
        return switch (this) {
            case TOUS -> t("Tous");
            case MANQUE -> t("Réponses manquantes");
            case OUI -> t("Oui");
            case NON -> t("Non");
            case PAS_ENCORE -> t("Pas encore lu");
            case SANS_COMPTE -> t("Sans compte");
            case SUR_PAPIER -> t("Sur papier");
            case LU -> t("Lu");
        };
    }

    /// The children of whom somebody is meant, with these alone.
    List<Enfant> of(Suivi suivi) {
        return suivi.enfants().stream()
                .filter(enfant -> this == TOUS
                        || this == SANS_COMPTE && enfant.responsables().isEmpty()
                        || enfant.responsables().stream().anyMatch(r -> means(suivi, enfant, r)))
                .map(enfant -> new Enfant(
                        enfant.id(),
                        enfant.nom(),
                        enfant.responsables().stream()
                                .filter(r -> means(suivi, enfant, r))
                                .toList()))
                .toList();
    }

    private boolean means(Suivi suivi, Enfant enfant, Responsable responsable) {
        return switch (this) {
            case TOUS -> true;
            case MANQUE -> suivi.awaits(enfant, responsable);
            case OUI -> says(responsable, Sens.OUI);
            case NON -> says(responsable, Sens.NON);
            case PAS_ENCORE -> responsable.etat() == Etat.PAS_ENCORE;
            case SANS_COMPTE -> responsable.etat() == Etat.INJOIGNABLE && !responsable.surPapier();
            case SUR_PAPIER -> responsable.surPapier();
            case LU -> responsable.etat() == Etat.LU;
        };
    }

    private static boolean says(Responsable responsable, Sens sens) {
        var dit = responsable.dit();
        return dit != null && dit.sens() == sens;
    }
}
