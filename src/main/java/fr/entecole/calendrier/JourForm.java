package fr.entecole.calendrier;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import fr.entecole.socle.web.Erreurs;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A day that the head sets apart, as typed.
///
/// @param moment `MATIN`, `APRES_MIDI`, empty for the whole day
/// @param classe `true`: a day made up; else one without class
record JourForm(String jour, String moment, String classe, String motif) {

    static final JourForm EMPTY = new JourForm("", "", "false", "");

    private static final int LONGEST = 80;

    JourForm(@Nullable String jour, @Nullable String moment, @Nullable String classe, @Nullable String motif) {
        this.jour = typed(jour);
        this.moment = typed(moment);
        this.classe = typed(classe);
        this.motif = typed(motif);
    }

    /// A day of this school year or of the next.
    Erreurs erreurs(LocalDate aujourdhui) {
        var erreurs = new Erreurs();
        var annee = AnneeScolaire.of(aujourdhui);
        var typed = Dates.typed(jour).orElse(null);
        if (typed == null) {
            erreurs.add("jour", t("Écrivez le jour en entier, jour, mois et année."));
        } else if (typed.isBefore(aujourdhui) || !typed.isBefore(new AnneeScolaire(annee.rentree() + 2).debut())) {
            erreurs.add("jour", t("Choisissez un jour à venir, de cette année scolaire ou de la suivante."));
        }
        if (!moment.isEmpty() && !moment.equals("MATIN") && !moment.equals("APRES_MIDI")) {
            erreurs.add("moment", t("Choisissez toute la journée, le matin ou l’après-midi."));
        }
        if (motif.isEmpty() || motif.length() > LONGEST) {
            erreurs.add("motif", t("Dites pourquoi, en {0} caractères au plus : les familles le lisent.", LONGEST));
        }
        return erreurs;
    }

    /// Why this day needs nothing; empty where it does.
    String contradiction(Calendrier calendrier) {
        var jour = jourLocal();
        var said = calendrier.locaux().stream().anyMatch(l -> l.jour().equals(jour.jour()));
        var halves = Stream.of(Moment.values())
                .filter(m -> jour.moment() == null || jour.moment() == m)
                .map(m -> new DemiJournee(jour.jour(), m))
                .toList();
        if (said || halves.stream().anyMatch(h -> calendrier.hasClasse(h) != jour.classe())) {
            return "";
        }
        if (jour.classe()) {
            return t("Il y a déjà classe à ce moment-là.");
        }
        var why = calendrier.why(halves.getFirst());
        return why == null || why.mot().isEmpty()
                ? t("Il n’y a déjà pas classe à ce moment-là.")
                : t("Il n’y a déjà pas classe : {0}.", why.mot());
    }

    /// Once nothing is to be corrected.
    JourLocal jourLocal() {
        return new JourLocal(
                new UUID(0, 0),
                Dates.typed(jour).orElseThrow(),
                moment.isEmpty() ? null : Moment.valueOf(moment),
                Boolean.parseBoolean(classe),
                motif);
    }

    private static String typed(@Nullable String field) {
        return Objects.requireNonNullElse(field, "").strip();
    }
}
