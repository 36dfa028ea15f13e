package fr.entecole.calendrier;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.fichiers.Zone;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import fr.entecole.socle.web.Erreurs;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Holidays, as typed.
///
/// @param reprise empty while it is not published
record VacancesForm(String zone, String nom, String debut, String reprise) {

    static final VacancesForm EMPTY = new VacancesForm("", "", "", "");

    private static final int LONGEST = 80;

    VacancesForm(@Nullable String zone, @Nullable String nom, @Nullable String debut, @Nullable String reprise) {
        this.zone = typed(zone);
        this.nom = typed(nom);
        this.debut = typed(debut);
        this.reprise = typed(reprise);
    }

    Optional<Zone> zoneChoisie() {
        return zone(zone);
    }

    static Optional<Zone> zone(String words) {
        return Arrays.stream(Zone.values()).filter(z -> z.name().equals(words)).findFirst();
    }

    Erreurs erreurs() {
        var erreurs = new Erreurs();
        if (zoneChoisie().isEmpty()) {
            erreurs.add("zone", t("Choisissez la zone."));
        }
        if (nom.isEmpty() || nom.length() > LONGEST) {
            erreurs.add("nom", t("Écrivez le nom des vacances, en {0} caractères au plus.", LONGEST));
        }
        var from = Dates.typed(debut).orElse(null);
        if (from == null) {
            erreurs.add("debut", t("Écrivez le premier jour sans classe en entier, jour, mois et année."));
        }
        if (!reprise.isEmpty()) {
            var back = Dates.typed(reprise).orElse(null);
            if (back == null || (from != null && !back.isAfter(from))) {
                erreurs.add("reprise", t("Le jour de la reprise doit venir après le premier jour sans classe."));
            } else if (from != null && back.isAfter(from.plusMonths(4))) {
                erreurs.add("reprise", t("Ces vacances dureraient plus de quatre mois : vérifiez l’année."));
            }
        }
        return erreurs;
    }

    /// Once nothing is to be corrected.
    Vacances vacances() {
        var from = Dates.typed(debut).orElseThrow();
        return new Vacances(
                null,
                zoneChoisie().orElseThrow(),
                AnneeScolaire.of(from),
                nom.replace('\'', '’'),
                from,
                Dates.typed(reprise).orElse(null));
    }

    private static String typed(@Nullable String field) {
        return Objects.requireNonNullElse(field, "").strip();
    }
}
