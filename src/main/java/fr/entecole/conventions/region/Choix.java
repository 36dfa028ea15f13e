package fr.entecole.conventions.region;

import fr.entecole.conventions.regles.Etat;
import fr.entecole.socle.AnneeScolaire;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What the board is asked for; a state, a turn or something awaited that is none finds nothing, or all.
record Choix(int annee, String etat, String tour, String attente, String q) {

    Optional<Etat.Tour> tourOf() {
        return Arrays.stream(Etat.Tour.values())
                .filter(who -> who.name().equals(tour))
                .findFirst();
    }

    /// As the words of a convention are kept: small letters, without accents.
    String mots() {
        return Normalizer.normalize(q.replace('’', '\'').toLowerCase(Locale.FRENCH), Normalizer.Form.NFD)
                .replaceAll("[\\u0300-\\u036f]", "");
    }

    String annees() {
        return new AnneeScolaire(annee).toString();
    }
}
