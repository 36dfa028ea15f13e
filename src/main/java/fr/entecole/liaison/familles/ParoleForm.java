package fr.entecole.liaison.familles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.liaison.Champs;
import fr.entecole.liaison.familles.Parole.Propos;
import fr.entecole.socle.Dates;
import fr.entecole.socle.web.Erreurs;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a guardian types.
///
/// @param enfant id of the child
/// @param moment of the first day: `MATIN`, `APRES_MIDI`, empty for the whole day
/// @param jusque last day of an absence of several days, empty for one
/// @param finMoment of the last day: `MATIN`, else the whole day
record ParoleForm(
        String enfant,
        String jour,
        String moment,
        String jusque,
        String finMoment,
        String motif,
        String personne,
        String lien,
        String telephone,
        String texte) {

    static final int LONGEST = 500;
    static final int LONGEST_NAME = 80;
    private static final int MOST_DAYS = 31;

    ParoleForm(
            @Nullable String enfant,
            @Nullable String jour,
            @Nullable String moment,
            @Nullable String jusque,
            @Nullable String finMoment,
            @Nullable String motif,
            @Nullable String personne,
            @Nullable String lien,
            @Nullable String telephone,
            @Nullable String texte) {
        this.enfant = typed(enfant);
        this.jour = typed(jour);
        this.moment = typed(moment);
        this.jusque = typed(jusque);
        this.finMoment = typed(finMoment);
        this.motif = typed(motif);
        this.personne = typed(personne);
        this.lien = typed(lien);
        this.telephone = typed(telephone);
        this.texte = typed(texte).replace("\r\n", "\n");
    }

    static ParoleForm on(LocalDate jour, String enfant) {
        return new ParoleForm(enfant, jour.toString(), "", "", "", "", "", "", "", "");
    }

    static ParoleForm of(Parole parole) {
        var said = parole.propos();
        var debut = said.debut();
        var fin = said.fin();
        var eleve = parole.eleveId().toString();
        if (debut == null || fin == null) {
            return new ParoleForm(eleve, "", "", "", "", "", "", "", "", said.texte());
        }
        boolean several = !debut.jour().equals(fin.jour());
        boolean half = several ? debut.moment() == Moment.APRES_MIDI : debut.equals(fin);
        return new ParoleForm(
                eleve,
                debut.jour().toString(),
                half ? debut.moment().name() : "",
                several ? fin.jour().toString() : "",
                several ? fin.moment().name() : "",
                said.motif() == null ? "" : said.motif().name(),
                said.personne(),
                said.lien(),
                said.telephone(),
                said.texte());
    }

    Erreurs erreurs(NatureDeParole nature, Calendrier calendrier, LocalDate aujourdhui) {
        var erreurs = new Erreurs();
        switch (nature) {
            case ABSENCE -> absence(erreurs, calendrier, aujourdhui);
            case DEPART -> depart(erreurs, calendrier, aujourdhui);
            case QUESTION -> erreurs.add("texte", texte.isEmpty() ? t("Écrivez votre question.") : "");
        }
        if (texte.length() > LONGEST) {
            erreurs.add("texte", t("Écrivez {0} caractères au plus.", LONGEST));
        }
        return erreurs;
    }

    private void absence(Erreurs erreurs, Calendrier calendrier, LocalDate aujourdhui) {
        var first = day(erreurs, "jour", jour, aujourdhui);
        if (first == null) {
            return;
        }
        if (!jusque.isEmpty()) {
            var last = day(erreurs, "jusque", jusque, first);
            if (last != null && last.isAfter(first.plusDays(MOST_DAYS))) {
                erreurs.add("jusque", t("Un mois au plus\u00a0: pour une absence plus longue, appelez l’école."));
            }
        }
        if (erreurs.isEmpty() && halves(calendrier) == 0) {
            erreurs.add("jour", t("Il n’y a pas classe à ce moment-là\u00a0: rien à signaler."));
        }
        var why = MotifDAbsence.of(motif).orElse(null);
        if (why == null) {
            erreurs.add("motif", t("Choisissez une raison."));
        } else if (why == MotifDAbsence.AUTRE && texte.isEmpty()) {
            erreurs.add("texte", t("Dites la raison en quelques mots."));
        }
    }

    private void depart(Erreurs erreurs, Calendrier calendrier, LocalDate aujourdhui) {
        var when = day(erreurs, "jour", jour, aujourdhui);
        if (when != null && calendrier.demiJournees(when, when).isEmpty()) {
            erreurs.add("jour", t("Il n’y a pas classe ce jour-là."));
        }
        if (personne.isEmpty() || personne.length() > LONGEST_NAME) {
            erreurs.add("personne", t("Écrivez le prénom et le nom de la personne."));
        }
        if (lien.isEmpty() || lien.length() > LONGEST_NAME) {
            erreurs.add("lien", t("Dites qui est cette personne pour l’enfant."));
        }
        if (!telephone.isEmpty() && !Champs.isTelephone(telephone)) {
            erreurs.add("telephone", t("Écrivez un numéro de téléphone, ou laissez vide."));
        }
    }

    private static @Nullable LocalDate day(Erreurs erreurs, String champ, String typed, LocalDate earliest) {
        var day = Dates.typed(typed).orElse(null);
        if (day == null) {
            erreurs.add(champ, t("Écrivez le jour en entier, jour, mois et année."));
        } else if (day.isBefore(earliest)) {
            erreurs.add(
                    champ,
                    champ.equals("jusque")
                            ? t("Le dernier jour vient après le premier.")
                            : t("Choisissez aujourd’hui ou un jour à venir."));
            return null;
        } else if (day.isAfter(earliest.plusYears(1))) {
            erreurs.add(champ, t("Choisissez un jour de l’année qui vient."));
            return null;
        }
        return day;
    }

    /// Half-days of class that it covers.
    int halves(Calendrier calendrier) {
        var said = propos(NatureDeParole.ABSENCE);
        var debut = Objects.requireNonNull(said.debut());
        var fin = Objects.requireNonNull(said.fin());
        return (int) calendrier.demiJournees(debut.jour(), fin.jour()).stream()
                .filter(half -> half.compareTo(debut) >= 0 && half.compareTo(fin) <= 0)
                .count();
    }

    /// Once nothing is to be corrected.
    Propos propos(NatureDeParole nature) {
        if (nature == NatureDeParole.QUESTION) {
            return new Propos(nature, null, null, null, "", "", "", texte);
        }
        var first = Dates.typed(jour).orElseThrow();
        if (nature == NatureDeParole.DEPART) {
            return new Propos(nature, Propos.from(first), Propos.until(first), null, personne, lien, telephone, texte);
        }
        var why = MotifDAbsence.of(motif).orElse(null);
        var last = jusque.isEmpty() ? first : Dates.typed(jusque).orElse(first);
        if (last.equals(first)) {
            var half = moment.equals("MATIN") || moment.equals("APRES_MIDI")
                    ? new DemiJournee(first, Moment.valueOf(moment))
                    : null;
            return new Propos(
                    nature,
                    half == null ? Propos.from(first) : half,
                    half == null ? Propos.until(first) : half,
                    why,
                    "",
                    "",
                    "",
                    texte);
        }
        return new Propos(
                nature,
                moment.equals("APRES_MIDI") ? Propos.until(first) : Propos.from(first),
                finMoment.equals("MATIN") ? Propos.from(last) : Propos.until(last),
                why,
                "",
                "",
                "",
                texte);
    }

    private static String typed(@Nullable String field) {
        return Objects.requireNonNullElse(field, "").strip();
    }
}
