package fr.entecole.liaison.familles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.Creneau;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a guardian has said of one child.
///
/// @param prenom of the child
/// @param auteur « Samira Benali »
/// @param depuis when its words are from: said, changed, or said again since
/// @param vueLe,vuePar who of the school has opened it first since, null for nobody
/// @param repondueLe the school's last answer, null for none
/// @param retireeLe when it was taken away after a report, null for not
/// @param conversation that carries a question to who teaches the child, null where it is read and answered here
record Parole(
        UUID id,
        UUID ecoleId,
        UUID eleveId,
        String prenom,
        String eleve,
        UUID auteurId,
        String auteur,
        Propos propos,
        AnneeScolaire annee,
        Instant diteLe,
        Instant remiseLe,
        Instant depuis,
        @Nullable Instant annuleeLe,
        @Nullable Instant vueLe,
        String vuePar,
        @Nullable Instant repondueLe,
        @Nullable Instant retireeLe,
        @Nullable UUID conversation) {

    Etat etat() {
        if (retireeLe != null) {
            return Etat.RETIREE;
        }
        if (annuleeLe != null) {
            return Etat.ANNULEE;
        }
        if (repondueLe != null && !repondueLe.isBefore(depuis)) {
            return Etat.REPONDUE;
        }
        return vueLe == null ? Etat.REMISE : Etat.VUE;
    }

    /// « Vu par Claire Estève aujourd’hui à 8 h 12 », as its author reads it.
    String mot(LocalDate aujourdhui, Instant maintenant) {
        return switch (etat()) {
            case RETIREE -> t("Retiré par l’école");
            case ANNULEE -> t("Annulé par vous");
            case REPONDUE -> t("Répondu");
            case VUE ->
                vuePar.isEmpty()
                        ? t("Vu par l’école {0}", Dates.moment(depuisVue(), aujourdhui))
                        : t("Vu par {0} {1}", vuePar, Dates.moment(depuisVue(), aujourdhui));
            case REMISE ->
                remiseLe.isAfter(maintenant)
                        ? t("Remis\u00a0; l’école sera prévenue {0}", Dates.moment(remiseLe, aujourdhui))
                        : t("Remis");
        };
    }

    /// « Vu par Claire Estève », as the school reads it.
    String motDeLEcole() {
        return switch (etat()) {
            case RETIREE -> t("Retiré");
            case ANNULEE -> t("Annulé par la famille");
            case REPONDUE -> t("Répondu");
            case VUE -> vuePar.isEmpty() ? t("Vu") : t("Vu par {0}", vuePar);
            case REMISE -> t("À lire");
        };
    }

    /// Nobody of the school has opened it yet.
    boolean neuve() {
        return etat() == Etat.REMISE;
    }

    private Instant depuisVue() {
        return vueLe == null ? depuis : vueLe;
    }

    /// « Younes : absence, jeudi 3 décembre, toute la journée ».
    String titre() {
        return propos.titre(prenom);
    }

    boolean isOn(LocalDate jour) {
        return propos.debut != null
                && propos.fin != null
                && !propos.debut.jour().isAfter(jour)
                && !propos.fin.jour().isBefore(jour)
                && (propos.absence == null
                        || propos.absence.chaque == null
                        || propos.absence.chaque == jour.getDayOfWeek());
    }

    /// Begins after that day, or comes again.
    boolean isToCome(LocalDate jour) {
        return propos.debut != null && !isOver(jour) && !isOn(jour);
    }

    boolean isOver(LocalDate aujourdhui) {
        return propos.fin != null && propos.fin.jour().isBefore(aujourdhui);
    }

    enum Etat {
        REMISE,
        VUE,
        REPONDUE,
        ANNULEE,
        /// after a report
        RETIREE
    }

    /// What is said, whoever says it.
    ///
    /// @param debut,fin half-days of an absence; the day of a pick-up; null for a question
    record Propos(
            NatureDeParole nature,
            @Nullable DemiJournee debut,
            @Nullable DemiJournee fin,
            @Nullable Absence absence,
            String personne,
            String lien,
            String telephone,
            String texte) {

        /// « jeudi 3 décembre, le matin », « du jeudi 3 décembre, après-midi, au vendredi 4 décembre, matin ».
        String quand() {
            if (debut == null || fin == null) {
                return "";
            }
            var first = Dates.jour(debut.jour());
            if (nature == NatureDeParole.DEPART) {
                return first;
            }
            if (absence != null && absence.chaque != null) {
                var each = Dates.jour(absence.chaque);
                var last = Dates.jour(fin.jour());
                return absence.moment == null
                        ? t("chaque {0}, du {1} au {2}", each, first, last)
                        : t("chaque {0}, {1}, du {2} au {3}", each, absence.moment.libelle(), first, last);
            }
            if (absence != null && absence.moment != null && !debut.jour().equals(fin.jour())) {
                return t("du {0} au {1}, {2}", first, Dates.jour(fin.jour()), absence.moment.libelle());
            }
            if (!debut.jour().equals(fin.jour())) {
                return t(
                        "du {0}, {1}, au {2}, {3}",
                        first,
                        debut.moment().libelle(),
                        Dates.jour(fin.jour()),
                        fin.moment().libelle());
            }
            return debut.moment() == fin.moment()
                    ? t("{0}, {1}", first, debut.moment().libelle())
                    : t("{0}, toute la journée", first);
        }

        String titre(String prenom) {
            return switch (nature) {
                case ABSENCE -> t("{0}\u00a0: absence, {1}", prenom, quand());
                case DEPART -> t("{0} repart avec {1}, {2}", prenom, personne, quand());
                case QUESTION -> t("{0}\u00a0: une question", prenom);
            };
        }

        /// A pick-up of today, said between the beginning and the end of the school day.
        boolean isUrgent(Calendrier calendrier, Instant now) {
            var today = Paroles.day(now);
            if (nature != NatureDeParole.DEPART
                    || debut == null
                    || !debut.jour().equals(today)) {
                return false;
            }
            var hours = Stream.of(Moment.values())
                    .flatMap(moment -> calendrier.classe(new DemiJournee(today, moment)).stream())
                    .toList();
            var time = now.atZone(Calendrier.PARIS).toLocalTime();
            return hours.stream().map(Creneau::debut).anyMatch(begins -> !time.isBefore(begins))
                    && hours.stream().map(Creneau::fin).anyMatch(time::isBefore);
        }

        LocalDate quandCommence() {
            return debut == null ? LocalDate.MIN : debut.jour();
        }

        static DemiJournee from(LocalDate jour) {
            return new DemiJournee(jour, Moment.MATIN);
        }

        static DemiJournee until(LocalDate jour) {
            return new DemiJournee(jour, Moment.APRES_MIDI);
        }
    }

    /// Of an absence.
    ///
    /// @param id of its announcement, null where it was said here
    /// @param chaque only that day of the week, null for every day
    /// @param moment only that half each day, null from one half-day to the other
    record Absence(
            @Nullable UUID id,
            MotifDAbsence motif,
            @Nullable DayOfWeek chaque,
            @Nullable Moment moment) {}
}
