package fr.entecole.conventions.region;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.conventions.Reprises.CommuneSuccedee;
import fr.entecole.socle.Dates;
import fr.entecole.socle.web.Erreurs;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What becomes of a school or of a commune in the middle of a year, as typed: the page has a form for each.
///
/// @param uai,reprend code of the school, and of the one that takes it up; empty: nobody, it closes
/// @param jour,motif of the school
/// @param ancienne,nouvelle INSEE codes of the communes
/// @param siret of the new one; empty: the directory’s
/// @param depuis,raison of the communes
record RepriseForm(
        String uai,
        String reprend,
        String jour,
        String motif,
        String ancienne,
        String nouvelle,
        String siret,
        String depuis,
        String raison) {

    static final RepriseForm EMPTY = new RepriseForm("", "", "", "", "", "", "", "", "");

    private static final int LONGEST = 300;

    RepriseForm(
            @Nullable String uai,
            @Nullable String reprend,
            @Nullable String jour,
            @Nullable String motif,
            @Nullable String ancienne,
            @Nullable String nouvelle,
            @Nullable String siret,
            @Nullable String depuis,
            @Nullable String raison) {
        this.uai = code(uai);
        this.reprend = code(reprend);
        this.jour = typed(jour);
        this.motif = typed(motif);
        this.ancienne = code(ancienne);
        this.nouvelle = code(nouvelle);
        this.siret = typed(siret).replaceAll("[\\s\u00a0\u202f]", "");
        this.depuis = typed(depuis);
        this.raison = typed(raison);
    }

    /// What a form of a school lacks, whatever the directory says.
    Erreurs ofEcole() {
        var erreurs = new Erreurs();
        if (Dates.typed(jour).isEmpty()) {
            erreurs.add("jour", t("Choisissez le premier jour."));
        }
        reason(erreurs, "motif", motif);
        return erreurs;
    }

    /// The same of communes: what has not happened yet is not said, and one that is no more succeeds nobody.
    Erreurs ofCommune(LocalDate today, List<CommuneSuccedee> communes) {
        var erreurs = new Erreurs();
        if (Dates.typed(depuis).filter(day -> !day.isAfter(today)).isEmpty()) {
            erreurs.add("depuis", t("Choisissez le premier jour\u00a0: aujourd’hui au plus tard."));
        }
        if (ancienne.equals(nouvelle)) {
            erreurs.add("nouvelle", t("Écrivez le code d’une autre commune."));
        }
        communes.stream()
                .filter(s -> s.insee().equals(nouvelle))
                .forEach(s -> erreurs.add(
                        "nouvelle",
                        t(
                                "Une autre commune lui a déjà succédé\u00a0: écrivez le code de celle-là, {0}.",
                                s.succession().insee())));
        reason(erreurs, "raison", raison);
        return erreurs;
    }

    private static void reason(Erreurs erreurs, String champ, String words) {
        if (words.isEmpty() || words.length() > LONGEST) {
            erreurs.add(champ, t("Dites pourquoi, en {0} caractères au plus.", LONGEST));
        }
    }

    private static String code(@Nullable String value) {
        return typed(value).toUpperCase(Locale.ROOT);
    }

    private static String typed(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }
}
