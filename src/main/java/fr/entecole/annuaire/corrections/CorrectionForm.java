package fr.entecole.annuaire.corrections;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Nature;
import fr.entecole.socle.Dates;
import fr.entecole.socle.web.Erreurs;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// A record as a head writes it, with the reason.
record CorrectionForm(Map<Champ, String> valeurs, String motif) {

    static final int SHORTEST_REASON = 5;
    static final int LONGEST_REASON = 500;
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern PHONE = Pattern.compile("\\+?(?:[ .()-]*\\d){10,15}");
    private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    static CorrectionForm of(FichesCorrigees.Fiche fiche) {
        return new CorrectionForm(fiche.valeurs(), "");
    }

    /// @param typed by the names of their columns
    static CorrectionForm typed(Nature nature, Map<String, String> typed) {
        Map<Champ, String> values = new EnumMap<>(Champ.class);
        for (var champ : FichesCorrigees.champs(nature)) {
            var value = typed.get(champ.colonne());
            if (value != null) {
                values.put(champ, value.strip());
            }
        }
        return new CorrectionForm(
                values, Objects.requireNonNullElse(typed.get("motif"), "").strip());
    }

    String of(Champ champ) {
        return valeurs.getOrDefault(champ, "");
    }

    Erreurs erreurs(LocalDate today) {
        return reason(identite(today), motif);
    }

    /// What is wrong with what is written, the reason apart.
    Erreurs identite(LocalDate today) {
        var erreurs = new Erreurs();
        valeurs.forEach((champ, value) -> {
            var phrase = switch (champ) {
                case PRENOM -> isName(value) ? "" : t("Écrivez le prénom, en 100 caractères au plus.");
                case NOM -> isName(value) ? "" : t("Écrivez le nom, en 100 caractères au plus.");
                case DATE_NAISSANCE ->
                    Dates.typed(value).filter(born -> isAPupils(born, today)).isPresent() ? "" : aPupils();
                case TELEPHONE_MOBILE ->
                    value.isEmpty() || PHONE.matcher(value).matches()
                            ? ""
                            : t("Écrivez un numéro comme 06 12 34 56 78, ou avec son indicatif.");
                case COURRIEL ->
                    value.isEmpty() || MAIL.matcher(value).matches() && value.length() <= 200
                            ? ""
                            : t("Écrivez une adresse comme prenom.nom@exemple.fr.");
            };
            erreurs.add(champ.colonne(), phrase);
        });
        return erreurs;
    }

    static boolean isAPupils(LocalDate born, LocalDate today) {
        int age = today.getYear() - born.getYear();
        return age >= 1 && age <= 15;
    }

    static String aPupils() {
        return t("Écrivez la date de naissance d’un enfant de 2 à 15 ans.");
    }

    private static boolean isName(String value) {
        return LETTER.matcher(value).find() && value.length() <= 100;
    }

    static Erreurs reason(Erreurs erreurs, String motif) {
        return erreurs.add(
                "motif",
                motif.length() >= SHORTEST_REASON && motif.length() <= LONGEST_REASON
                        ? ""
                        : t("Écrivez d’où vous le tenez, en quelques mots : ils resteront avec la fiche."));
    }
}
