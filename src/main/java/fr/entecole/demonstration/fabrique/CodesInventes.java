package fr.entecole.demonstration.fabrique;

import java.util.random.RandomGenerator;

/// Codes that pass the checks of the Éducation nationale (reference §12) and belong to nobody.
final class CodesInventes {

    private static final String CLES_UAI = "ABCDEFGHJKLMNPRSTUVWXYZ";

    private CodesInventes() {}

    /// @param departement three characters, `011`
    static String uai(String departement, int numero) {
        var chiffres = departement + "%04d".formatted(numero);
        return chiffres + CLES_UAI.charAt(Integer.parseInt(chiffres) % CLES_UAI.length());
    }

    /// A commune's SIREN (21, département, commune, two digits) and the order number of a school.
    static String siret(String insee, int ordre) {
        var siren = withKey("21" + insee + "0");
        return withKey(siren + "%04d".formatted(ordre % 10_000));
    }

    private static String withKey(String debut) {
        int somme = 0;
        for (int i = 0; i < debut.length(); i++) {
            int chiffre = debut.charAt(debut.length() - 1 - i) - '0';
            int pese = i % 2 == 0 ? chiffre * 2 : chiffre;
            somme += pese > 9 ? pese - 9 : pese;
        }
        return debut + (10 - somme % 10) % 10;
    }

    /// RNIE form: nine digits that never come twice in one académie, and two letters.
    static String ine(int academie, long numero, RandomGenerator hasard) {
        return "%02d%07d".formatted(academie, numero)
                + (char) ('A' + hasard.nextInt(26))
                + (char) ('A' + hasard.nextInt(26));
    }

    /// In the ranges kept for fiction.
    static String mobile(RandomGenerator hasard) {
        var fin = "%02d %02d".formatted(hasard.nextInt(100), hasard.nextInt(100));
        return hasard.nextInt(70) == 0 ? "+33639980" + "%03d".formatted(hasard.nextInt(1000)) : "+33 6 39 98 " + fin;
    }

    static String fixe(RandomGenerator hasard) {
        return "+33 1 99 00 %02d %02d".formatted(hasard.nextInt(100), hasard.nextInt(100));
    }
}
