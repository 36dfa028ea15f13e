package fr.entecole.comptes.feuilles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.feuilles.Avancement.Etape;
import fr.entecole.socle.Dates;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person on the lists of those who hand codes out: who they are, for whom, and where their account stands.
///
/// @param civil "Mme Aude Delmas", as a sheet addresses them
/// @param pour "Zoé": the children of a guardian; what a member of staff does
/// @param naissance said only where another of the list bears the same name
/// @param login empty without account
record Acces(
        UUID id,
        String nom,
        String civil,
        String pour,
        @Nullable LocalDate naissance,
        String login,
        @Nullable LocalDate venuLe,
        @Nullable LocalDate remisLe,
        @Nullable LocalDate expireLe,
        Etape etape,
        boolean remettable) {

    boolean venu() {
        return etape == Etape.VENU;
    }

    /// Whether a sheet is printed for them: never came, and a code may be handed to them.
    boolean imprimable() {
        return remettable && !venu();
    }

    /// Whether a new code would void something that this person has: one is then asked first.
    boolean annule() {
        return etape == Etape.VENU || etape == Etape.REMIS;
    }

    /// Who never came gets a first access, however many sheets were printed.
    String geste() {
        return venu() ? t("Redonner un accès") : t("Remettre un accès");
    }

    /// Where they stand, in a sentence that says nothing of anyone's gender.
    String phrase() {
        return switch (etape) {
            case VENU -> t("Première visite le {0}", day(venuLe));
            case JAMAIS_REMIS -> t("Aucune visite, aucune feuille remise");
            case REMIS -> t("Aucune visite. Feuille remise le {0}, bonne jusqu’au {1}", day(remisLe), day(expireLe));
            case EXPIRE -> t("Aucune visite. La feuille remise le {0} ne sert plus", day(remisLe));
            case BLOQUE ->
                t(
                        "Aucune visite. Cinq dates de naissance fausses : la feuille remise le {0} ne sert plus",
                        day(remisLe));
            case PAR_LA_CLASSE -> t("Entre par la page de la classe, sans code");
            case SANS_CLASSE -> t("Entrera par la page de sa classe, quand ONDE lui en donnera une");
            case SANS_COMPTE -> t("Pas de compte");
        };
    }

    static String day(@Nullable LocalDate jour) {
        return jour == null ? "" : Dates.words(jour);
    }

    /// Those who have not come first; the order of the names is kept.
    static List<Acces> sorted(List<Acces> acces) {
        return acces.stream().sorted(Comparator.comparing(Acces::etape)).toList();
    }
}
