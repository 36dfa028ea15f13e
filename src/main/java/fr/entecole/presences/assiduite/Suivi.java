package fr.entecole.presences.assiduite;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.DemiJournee;
import fr.entecole.presences.Excuse;
import fr.entecole.presences.Legitimite;
import fr.entecole.presences.Legitimite.Sens;
import fr.entecole.presences.Seuil;
import fr.entecole.presences.Taux;
import fr.entecole.socle.AnneeScolaire;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a child stands in a month.
///
/// @param present in that school today
/// @param petit of whom the law asks nothing yet (TPS)
/// @param mois its first day
/// @param excuses that touch the month, of whoever said them
/// @param etapes what was done, in order
/// @param annee of the school year until the end of the month
record Suivi(
        UUID ecole,
        UUID eleve,
        String nom,
        boolean present,
        boolean petit,
        LocalDate mois,
        List<Absence> absences,
        List<Excuse> excuses,
        List<Etape> etapes,
        Taux annee) {

    private static final int DIX = 10;

    long sansMotif() {
        return absences.stream().filter(a -> !a.legitimite.legitime()).count();
    }

    /// The head's home shows them: nothing was done since the fourth half-day of a month of this school year.
    boolean waits(LocalDate today) {
        return !petit
                && !mois.isBefore(AnneeScolaire.of(today).debut().withDayOfMonth(1))
                && absences.stream()
                        .filter(a -> !a.legitimite.legitime())
                        .skip(Seuil.QUATRE - 1)
                        .findFirst()
                        .map(fourth -> etapes.stream()
                                .noneMatch(e -> e.sorte == Sorte.SANS_SUITE || !e.jour.isBefore(fourth.demi.jour())))
                        .orElse(false);
    }

    List<Etape> etapes(Sorte sorte) {
        return etapes.stream().filter(e -> e.sorte == sorte).toList();
    }

    /// Of whom the law asks something.
    boolean atteint() {
        return !petit && sansMotif() >= Seuil.QUATRE;
    }

    /// A quiet sign for the child's teacher and the head: one half-day in ten was missed, legitimate or not.
    boolean discret() {
        return annee.misses(DIX);
    }

    /// @param decision the head's last one
    record Absence(
            DemiJournee demi,
            Legitimite legitimite,
            @Nullable Decision decision) {}

    record Decision(Sens sens, String motivation, Instant quand) {}

    record Etape(Sorte sorte, LocalDate jour, String note) {}

    /// In the order in which the law has them.
    enum Sorte {
        CONTACT,
        ENTRETIEN,
        DOSSIER,
        /// put aside, with the reason
        SANS_SUITE;

        /// Those that a file tells of.
        static List<Sorte> avant() {
            return List.of(CONTACT, ENTRETIEN);
        }

        String libelle() {
            return switch (this) {
                case CONTACT -> t("Prise de contact avec les responsables");
                case ENTRETIEN -> t("Entretien avec la famille et l’équipe éducative");
                case DOSSIER -> t("Dossier transmis au DASEN, sous couvert de l’IEN");
                case SANS_SUITE -> t("Sans suite, et pourquoi");
            };
        }
    }
}
