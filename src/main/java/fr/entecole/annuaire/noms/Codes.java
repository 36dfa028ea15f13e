package fr.entecole.annuaire.noms;

import java.util.regex.Pattern;
import org.springframework.modulith.NamedInterface;

/// The codes of the Éducation nationale and of establishments, with their keys: a wrong one is an error in a form, a
/// warning in a feed.
@NamedInterface("codes")
public final class Codes {

    /// 23 letters: no I, O, Q.
    private static final String CLES_UAI = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private static final String LA_POSTE = "356000000";
    private static final Pattern FIGURES = Pattern.compile("[0-9]+");
    private static final Pattern RNIE = Pattern.compile("[0-9]{9}[A-Z]{2}");
    private static final Pattern BEA = Pattern.compile("[0-9]{10}[A-Z]");
    private static final Pattern APPRENTI = Pattern.compile("[0-9]{4}A[0-9]{5}[A-Z]");

    private Codes() {}

    /// Seven digits and their check letter; lower case is not right (accept it on input, store upper).
    public static boolean uai(String uai) {
        return uai.length() == 8
                && FIGURES.matcher(uai.substring(0, 7)).matches()
                && CLES_UAI.charAt(Integer.parseInt(uai.substring(0, 7)) % 23) == uai.charAt(7);
    }

    /// Luhn over nine digits.
    public static boolean siren(String siren) {
        return siren.length() == 9 && FIGURES.matcher(siren).matches() && luhn(siren);
    }

    /// Luhn over fourteen digits, or La Poste's own rule (sum of the digits divisible by five).
    public static boolean siret(String siret) {
        return siret.length() == 14
                && FIGURES.matcher(siret).matches()
                && (luhn(siret)
                        || (siret.startsWith(LA_POSTE)
                                && siret.chars().map(c -> c - '0').sum() % 5 == 0));
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 1 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    /// RNIE, older BEA/BNIE or apprentices' form; there is no public check letter, so form only.
    public static boolean ine(String ine) {
        return RNIE.matcher(ine).matches()
                || BEA.matcher(ine).matches()
                || APPRENTI.matcher(ine).matches();
    }
}
