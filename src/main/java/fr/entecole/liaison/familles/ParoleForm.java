package fr.entecole.liaison.familles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.Calendrier;
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
/// @param jour of a pick-up
record ParoleForm(String enfant, String jour, String personne, String lien, String telephone, String texte) {

    static final int LONGEST = 500;
    static final int LONGEST_NAME = 80;

    ParoleForm(
            @Nullable String enfant,
            @Nullable String jour,
            @Nullable String personne,
            @Nullable String lien,
            @Nullable String telephone,
            @Nullable String texte) {
        this.enfant = typed(enfant);
        this.jour = typed(jour);
        this.personne = typed(personne);
        this.lien = typed(lien);
        this.telephone = typed(telephone);
        this.texte = typed(texte).replace("\r\n", "\n");
    }

    static ParoleForm on(LocalDate jour, String enfant) {
        return new ParoleForm(enfant, jour.toString(), "", "", "", "");
    }

    static ParoleForm of(Parole parole) {
        var said = parole.propos();
        return new ParoleForm(
                parole.eleveId().toString(),
                said.debut() == null ? "" : said.debut().jour().toString(),
                said.personne(),
                said.lien(),
                said.telephone(),
                said.texte());
    }

    Erreurs erreurs(NatureDeParole nature, Calendrier calendrier, LocalDate aujourdhui) {
        var erreurs = new Erreurs();
        if (nature == NatureDeParole.DEPART) {
            depart(erreurs, calendrier, aujourdhui);
        } else if (texte.isEmpty()) {
            erreurs.add("texte", t("Écrivez votre question."));
        }
        if (texte.length() > LONGEST) {
            erreurs.add("texte", t("Écrivez {0} caractères au plus.", LONGEST));
        }
        return erreurs;
    }

    private void depart(Erreurs erreurs, Calendrier calendrier, LocalDate aujourdhui) {
        var when = day(erreurs, aujourdhui);
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

    private @Nullable LocalDate day(Erreurs erreurs, LocalDate earliest) {
        var day = Dates.typed(jour).orElse(null);
        if (day == null) {
            erreurs.add("jour", t("Écrivez le jour en entier, jour, mois et année."));
        } else if (day.isBefore(earliest)) {
            erreurs.add("jour", t("Choisissez aujourd’hui ou un jour à venir."));
            return null;
        } else if (day.isAfter(earliest.plusYears(1))) {
            erreurs.add("jour", t("Choisissez un jour de l’année qui vient."));
            return null;
        }
        return day;
    }

    /// Once nothing is to be corrected.
    Propos propos(NatureDeParole nature) {
        if (nature == NatureDeParole.QUESTION) {
            return new Propos(nature, null, null, null, "", "", "", texte);
        }
        var first = Dates.typed(jour).orElseThrow();
        return new Propos(nature, Propos.from(first), Propos.until(first), null, personne, lien, telephone, texte);
    }

    private static String typed(@Nullable String field) {
        return Objects.requireNonNullElse(field, "").strip();
    }
}
