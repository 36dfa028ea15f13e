package fr.entecole.cahierdetextes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.cahierdetextes.CahierDeTextes.Propos;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import fr.entecole.socle.web.Erreurs;
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Today's line as typed: what was done, what is to do, or both, in one subject.
///
/// @param fait,faitLe what was done in class, and on which day
/// @param texte,jour what is to do, and for which day
/// @param pour `classe`, `niveau:CM1`, `eleves`, or the code of a group ([fr.entecole.annuaire.Public#code])
/// @param eleves chosen pupils, where `pour` says so
/// @param minutes about how long it takes, empty where that is not said
/// @param repete the last day until which it comes back each week, empty for once
/// @param numero version that is corrected
record TravailForm(
        String matiere,
        String fait,
        String faitLe,
        String texte,
        String jour,
        String pour,
        List<UUID> eleves,
        String minutes,
        String lien,
        String repete,
        String numero) {

    static final int LONGEST = 1000;
    static final int LONGEST_LINK = 500;
    static final int MOST_MINUTES = 120;

    TravailForm(
            @Nullable String matiere,
            @Nullable String fait,
            @Nullable String faitLe,
            @Nullable String texte,
            @Nullable String jour,
            @Nullable String pour,
            @Nullable List<UUID> eleves,
            @Nullable String minutes,
            @Nullable String lien,
            @Nullable String repete,
            @Nullable String numero) {
        this.matiere = typed(matiere);
        this.fait = typed(fait).replace("\r\n", "\n");
        this.faitLe = typed(faitLe);
        this.texte = typed(texte).replace("\r\n", "\n");
        this.jour = typed(jour);
        this.pour = typed(pour).isEmpty() ? "classe" : typed(pour);
        this.eleves = eleves == null ? List.of() : List.copyOf(eleves);
        this.minutes = typed(minutes);
        this.lien = typed(lien);
        this.repete = typed(repete);
        this.numero = typed(numero);
    }

    static TravailForm empty(LocalDate jour, LocalDate faitLe) {
        return new TravailForm("", "", faitLe.toString(), "", jour.toString(), "classe", List.of(), "", "", "", "");
    }

    static TravailForm of(Travail travail) {
        return new TravailForm(
                travail.matiere(),
                "",
                "",
                travail.texte(),
                travail.jour().toString(),
                "classe",
                List.of(),
                travail.minutes() == 0 ? "" : String.valueOf(travail.minutes()),
                travail.lien(),
                "",
                String.valueOf(travail.numero()));
    }

    /// @param classe whether there is class on a day
    Erreurs erreurs(List<String> matieres, ParNiveau par, Predicate<LocalDate> classe, LocalDate today) {
        var erreurs = said(matieres);
        par.textes().forEach((niveau, words) -> {
            if (words.length() > LONGEST) {
                erreurs.add(ParNiveau.champ(niveau), t("Écrivez {0} caractères au plus.", LONGEST));
            }
        });
        if (fait.isEmpty() && !gives(par)) {
            erreurs.add("texte", t("Écrivez ce qui est à faire, ou ce qui a été fait en classe."));
        }
        if (fait.length() > LONGEST) {
            erreurs.add("fait", t("Écrivez {0} caractères au plus.", LONGEST));
        }
        if (!fait.isEmpty() && day(faitLe, today).filter(classe).isEmpty()) {
            erreurs.add("faitLe", t("Choisissez un jour de classe de cette année scolaire."));
        }
        if (gives(par) || fait.isEmpty()) {
            checkJour(erreurs, classe, today);
        }
        if (!repete.isEmpty()) {
            var until = day(repete, today);
            if (until.isEmpty() || day(jour, today).filter(until.get()::isAfter).isEmpty()) {
                erreurs.add("repete", t("Choisissez un jour plus tard dans cette année scolaire."));
            }
        }
        if (pour.equals("eleves") && eleves.isEmpty()) {
            erreurs.add("eleves", t("Choisissez au moins un élève."));
        }
        return erreurs;
    }

    /// Of a correction: one line, on a day.
    Erreurs erreursDeCorrection(List<String> matieres, Predicate<LocalDate> classe, LocalDate today) {
        var erreurs = said(matieres);
        if (texte.isEmpty()) {
            erreurs.add("texte", t("Écrivez au moins un mot, ou retirez cette ligne du cahier."));
        }
        checkJour(erreurs, classe, today);
        return erreurs;
    }

    private Erreurs said(List<String> matieres) {
        var erreurs = new Erreurs();
        if (!matieres.contains(matiere)) {
            erreurs.add("matiere", t("Choisissez une matière."));
        }
        if (texte.length() > LONGEST) {
            erreurs.add("texte", t("Écrivez {0} caractères au plus.", LONGEST));
        }
        if (!minutes.isEmpty() && duree().isEmpty()) {
            erreurs.add("minutes", t("Écrivez un nombre de minutes, {0} au plus.", MOST_MINUTES));
        }
        if (!lien.isEmpty() && !isLink()) {
            erreurs.add("lien", t("Collez une adresse qui commence par https://."));
        }
        return erreurs;
    }

    private void checkJour(Erreurs erreurs, Predicate<LocalDate> classe, LocalDate today) {
        var day = day(jour, today);
        if (day.isEmpty()) {
            erreurs.add("jour", t("Choisissez un jour de cette année scolaire."));
        } else if (!classe.test(day.get())) {
            erreurs.add("jour", t("Ce jour-là, il n’y a pas classe\u00a0: choisissez-en un autre."));
        }
    }

    /// A day of the school year of today, or of the next once this one ends.
    private static Optional<LocalDate> day(String typed, LocalDate today) {
        int annee = AnneeScolaire.of(today).rentree();
        return Dates.typed(typed).filter(day -> {
            int of = AnneeScolaire.of(day).rentree();
            return of == annee || of == AnneeScolaire.of(today.plusMonths(2)).rentree();
        });
    }

    LocalDate pourLe() {
        return Dates.typed(jour).orElseThrow();
    }

    LocalDate faitLeJour() {
        return Dates.typed(faitLe).orElseThrow();
    }

    Optional<LocalDate> jusquAu() {
        return Dates.typed(repete);
    }

    private Optional<Integer> duree() {
        try {
            return Optional.of(Integer.parseInt(minutes)).filter(m -> m > 0 && m <= MOST_MINUTES);
        } catch (NumberFormatException notOne) {
            return Optional.empty();
        }
    }

    private boolean isLink() {
        try {
            var uri = URI.create(lien);
            return lien.length() <= LONGEST_LINK
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null;
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    /// Something is to do.
    boolean gives(ParNiveau par) {
        return !texte.isEmpty() || !par.textes().isEmpty();
    }

    /// The days for which it is; several where it comes back.
    List<LocalDate> jours(ParNiveau par, Calendrier calendrier) {
        if (!gives(par)) {
            return List.of();
        }
        return jusquAu()
                .map(until -> Semaine.weekly(calendrier, pourLe(), until))
                .orElseGet(() -> List.of(pourLe()));
    }

    Propos aFaire() {
        return aFaire(texte);
    }

    Propos aFaire(String words) {
        return new Propos(matiere, words, lien, duree().orElse(0));
    }

    /// The version that is corrected, 0 where that is no number.
    int version() {
        return numero.matches("\\d{1,6}") ? Integer.parseInt(numero) : 0;
    }

    /// What was done has the link where nothing is to do.
    Propos enClasse(ParNiveau par) {
        return new Propos(matiere, fait, gives(par) ? "" : lien, 0);
    }

    /// What each level of a mixed class has to do, written side by side in one pass.
    ///
    /// @param textes by level, none where nothing was written
    record ParNiveau(Map<String, String> textes) {

        static final ParNiveau AUCUN = new ParNiveau(Map.of());

        /// @param sent all that the form sends
        static ParNiveau of(Map<String, String> sent, List<String> niveaux) {
            Map<String, String> textes = new LinkedHashMap<>();
            if (niveaux.size() > 1) {
                niveaux.forEach(niveau -> {
                    var words = typed(sent.get(champ(niveau))).replace("\r\n", "\n");
                    if (!words.isEmpty()) {
                        textes.put(niveau, words);
                    }
                });
            }
            return new ParNiveau(textes);
        }

        static String champ(String niveau) {
            return "texte-" + niveau;
        }

        String texte(String niveau) {
            return textes.getOrDefault(niveau, "");
        }
    }

    private static String typed(@Nullable String field) {
        return Objects.requireNonNullElse(field, "").strip();
    }
}
