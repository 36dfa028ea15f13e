package fr.entecole.annuaire.aaf.application;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.aaf.Genre;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words after `import aaf`.
record Options(ImportAaf.Demande demande, boolean json) {

    /// A word that is not right, told in French.
    static final class Fautives extends Exception {
        Fautives(String message) {
            super(message);
        }
    }

    static Options parse(List<String> arguments) throws Fautives {
        String academie = null;
        Genre genre = null;
        LocalDate date = null;
        Path chemin = null;
        boolean accepter = false;
        boolean json = false;
        var mots = arguments.iterator();
        while (mots.hasNext()) {
            var mot = mots.next();
            switch (mot) {
                case "--academie" -> academie = academie(value(mot, mots));
                case "--type" -> genre = genre(value(mot, mots));
                case "--date" -> date = date(value(mot, mots));
                case "--accepter" -> accepter = true;
                case "--json" -> json = true;
                default -> chemin = path(mot, chemin);
            }
        }
        if (academie == null) {
            throw new Fautives(
                    t("Il manque l’académie : ajoutez --academie 11 (Montpellier) ou --academie 16 (Toulouse)."));
        }
        if (chemin == null) {
            throw new Fautives(t("Il manque le chemin du lot : un dossier, une archive .zip ou .tgz."));
        }
        return new Options(new ImportAaf.Demande(academie, chemin, genre, date, accepter), json);
    }

    private static String value(String option, Iterator<String> mots) throws Fautives {
        if (!mots.hasNext()) {
            throw new Fautives(t("L’option {0} attend une valeur.", option));
        }
        return mots.next();
    }

    private static String academie(String mot) throws Fautives {
        if (!mot.matches("[0-9]{1,2}")) {
            throw new Fautives(t("L’académie est un code de deux chiffres (11 ou 16), pas {0}.", mot));
        }
        return mot;
    }

    private static Genre genre(String mot) throws Fautives {
        return Genre.parse(mot)
                .orElseThrow(() -> new Fautives(t("Le type est « complet » ou « delta », pas {0}.", mot)));
    }

    private static LocalDate date(String mot) throws Fautives {
        try {
            return mot.length() == 8 ? LocalDate.parse(mot, DateTimeFormatter.BASIC_ISO_DATE) : LocalDate.parse(mot);
        } catch (DateTimeException e) {
            throw new Fautives(t("La date s’écrit AAAA-MM-JJ, pas {0}.", mot));
        }
    }

    private static Path path(String mot, @Nullable Path deja) throws Fautives {
        if (mot.startsWith("--")) {
            throw new Fautives(t("Cette option n’existe pas : {0}", mot));
        }
        if (deja != null) {
            throw new Fautives(t("Un seul lot à la fois : {0} est de trop.", mot));
        }
        return ImportAafCommande.path(mot);
    }
}
