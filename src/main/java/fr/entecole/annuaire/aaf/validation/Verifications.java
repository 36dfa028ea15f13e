package fr.entecole.annuaire.aaf.validation;

import fr.entecole.annuaire.noms.Codes;
import java.util.Locale;
import java.util.regex.Pattern;

/// Checks of the codes of the Éducation nationale (reference §12): pure functions on what was written.
final class Verifications {

    private static final Pattern MAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");
    private static final int CHIFFRES_MIN = 6;
    private static final int CHIFFRES_MAX = 17;

    private Verifications() {}

    public static boolean uai(String uai) {
        return Codes.uai(uai);
    }

    public static boolean siret(String siret) {
        return Codes.siret(siret);
    }

    public static boolean ine(String ine) {
        return Codes.ine(ine);
    }

    public static boolean mail(String mail) {
        return mail.length() <= 254 && MAIL.matcher(mail).matches();
    }

    /// Loose, as feeds are: `+33 3 52 00 00 00`, `+33639981235`; a row of zeros is no number.
    public static boolean telephone(String telephone) {
        int chiffres = 0;
        boolean nul = true;
        for (int i = 0; i < telephone.length(); i++) {
            char c = telephone.charAt(i);
            if (c >= '0' && c <= '9') {
                chiffres++;
                nul &= c == '0';
            } else if (!(c == '+' && i == 0) && !(chiffres > 0 && (c == ' ' || c == '-' || c == '.'))) {
                return false;
            }
        }
        return !nul && chiffres >= CHIFFRES_MIN && chiffres <= CHIFFRES_MAX;
    }

    public static boolean codePostal(String code) {
        return code.length() >= 4
                && code.length() <= 9
                && code.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == ' '));
    }

    static String upper(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }

    static boolean digits(String texte) {
        return !texte.isEmpty() && texte.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
