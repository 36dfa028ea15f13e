package fr.entecole.conventions.region;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.conventions.regles.Fenetre;
import fr.entecole.conventions.regles.Parametres;
import fr.entecole.socle.Dates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One thing that a year says otherwise than what it is compared with.
///
/// @param avant,apres empty where one of them says nothing of it
record Changement(String quoi, String avant, String apres) {

    static List<Changement> between(Parametres avant, Parametres apres) {
        List<Changement> all = new ArrayList<>();
        add(all, t("Prix par école"), avant, apres, p -> p.prixParEcole().chiffres());
        add(all, t("Dernier jour"), avant, apres, p -> Dates.words(p.fin()));
        add(
                all,
                t("Un renouvellement en cours garde les écoles ouvertes jusqu’au"),
                avant,
                apres,
                p -> day(p.tolerance()));
        add(all, t("Les avenants se reçoivent"), avant, apres, p -> window(p.fenetre()));
        add(all, t("Préavis, en mois"), avant, apres, p -> String.valueOf(p.preavis()));
        add(all, t("Tribunal nommé"), avant, apres, Parametres::tribunal);
        add(all, t("L’IEN établit la liste au-delà de"), avant, apres, p -> String.valueOf(p.beaucoup()));
        add(all, t("Profils nommés"), avant, apres, Parametres::profils);
        add(all, t("Le texte nomme la région"), avant, apres, Parametres::partie);
        add(all, t("Qui signe"), avant, apres, p -> p.signataire().nom());
        add(all, t("En qualité de"), avant, apres, p -> p.signataire().qualite());
        add(all, t("Par délégation de"), avant, apres, p -> p.signataire().delegant());
        add(all, t("Fait à"), avant, apres, p -> p.signataire().lieu());
        var before = lines(avant);
        var after = lines(apres);
        avant.texte()
                .lines()
                .map(String::strip)
                .filter(l -> !after.contains(l))
                .forEach(l -> all.add(new Changement(t("Le texte perd"), l, "")));
        apres.texte()
                .lines()
                .map(String::strip)
                .filter(l -> !before.contains(l))
                .forEach(l -> all.add(new Changement(t("Le texte gagne"), "", l)));
        return List.copyOf(all);
    }

    private static void add(
            List<Changement> all, String quoi, Parametres avant, Parametres apres, Function<Parametres, String> value) {
        var before = value.apply(avant);
        var after = value.apply(apres);
        if (!before.equals(after)) {
            all.add(new Changement(quoi, before, after));
        }
    }

    private static Set<String> lines(Parametres parametres) {
        Set<String> lines =
                new HashSet<>(parametres.texte().lines().map(String::strip).toList());
        lines.add("");
        return lines;
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : Dates.words(day);
    }

    private static String window(@Nullable Fenetre window) {
        return window == null
                ? ""
                : t("du {0} au {1}, dernier jour inclus", Dates.words(window.du()), Dates.words(window.au()));
    }
}
