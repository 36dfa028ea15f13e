package fr.entecole.annuaire.aaf.validation;

import java.util.Locale;
import java.util.regex.Pattern;

/// Checks of the codes of the Éducation nationale (reference §12): pure functions on what was written.
final class Verifications {

    /// 23 letters: no I, O, Q.
    private static final String CLES_UAI = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private static final String LA_POSTE = "356000000";
    private static final Pattern MAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");
    private static final int CHIFFRES_MIN = 6;
    private static final int CHIFFRES_MAX = 17;
    private static final Pattern RNIE = Pattern.compile("[0-9]{9}[A-Z]{2}");
    private static final Pattern BEA = Pattern.compile("[0-9]{10}[A-Z]");
    private static final Pattern APPRENTI = Pattern.compile("[0-9]{4}A[0-9]{5}[A-Z]");

    private Verifications() {}

    /// Seven digits and their check letter; lower case is not right (accept it on input, store upper).
    public static boolean uai(String uai) {
        if (uai.length() != 8 || !digits(uai.substring(0, 7))) {
            return false;
        }
        return CLES_UAI.charAt(Integer.parseInt(uai.substring(0, 7)) % 23) == uai.charAt(7);
    }

    /// Luhn over fourteen digits, or La Poste's own rule (sum of the digits divisible by five).
    public static boolean siret(String siret) {
        if (siret.length() != 14 || !digits(siret)) {
            return false;
        }
        int luhn = 0;
        int somme = 0;
        for (int i = 0; i < 14; i++) {
            int chiffre = siret.charAt(i) - '0';
            somme += chiffre;
            int double_ = i % 2 == 0 ? chiffre * 2 : chiffre;
            luhn += double_ > 9 ? double_ - 9 : double_;
        }
        return luhn % 10 == 0 || (siret.startsWith(LA_POSTE) && somme % 5 == 0);
    }

    /// RNIE, older BEA/BNIE or apprentices' form; there is no public check letter, so form only.
    public static boolean ine(String ine) {
        return RNIE.matcher(ine).matches()
                || BEA.matcher(ine).matches()
                || APPRENTI.matcher(ine).matches();
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
