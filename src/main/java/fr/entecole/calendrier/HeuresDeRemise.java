package fr.entecole.calendrier;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.Semaine.Portee;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When something may reach people, from a day on: what is written at other hours is delivered when they begin again.
/// Never on a Sunday.
///
/// @param effet first day on which they hold
/// @param ouvre,ferme from Monday to Friday
/// @param samedi until when on a Saturday; null: not on a Saturday
/// @param vacances also during holidays
/// @param feries also on public holidays
record HeuresDeRemise(
        Portee portee,
        LocalDate effet,
        LocalTime ouvre,
        LocalTime ferme,
        @Nullable LocalTime samedi,
        boolean vacances,
        boolean feries) {

    /// Those of these that hold on a day: the narrowest, then the latest.
    static Optional<HeuresDeRemise> on(LocalDate jour, List<HeuresDeRemise> heures) {
        return heures.stream()
                .filter(h -> !h.effet.isAfter(jour))
                .max(Comparator.comparing(HeuresDeRemise::portee).thenComparing(HeuresDeRemise::effet));
    }

    String origine() {
        return portee == Portee.ECOLE
                ? t("Choisies par la direction de l’école.")
                : t("Données par la région à toutes les écoles qui n’ont rien dit d’autre.");
    }

    String phrase() {
        return String.join(
                " ",
                t("Du lundi au vendredi, de {0} à {1}.", Creneau.words(ouvre), Creneau.words(ferme)),
                samedi == null
                        ? t("Rien le samedi ni le dimanche.")
                        : t("Le samedi jusqu’à {0}, rien le dimanche.", Creneau.words(samedi)),
                vacances ? t("Aussi pendant les vacances.") : t("Rien pendant les vacances."),
                feries ? t("Aussi les jours fériés.") : t("Rien les jours fériés."));
    }
}
