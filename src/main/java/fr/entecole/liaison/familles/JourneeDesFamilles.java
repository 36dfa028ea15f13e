package fr.entecole.liaison.familles;

import fr.entecole.liaison.familles.Parole.Etat;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What the school reads of families, in the order in which it needs it: of today, what waits for eyes or an answer,
/// what is to come, what is over. What was taken back before anyone saw it is not shown.
record JourneeDesFamilles(List<Parole> aujourdhui, List<Parole> attendent, List<Parole> aVenir, List<Parole> avant) {

    private static final int ON_A_HOME = 6;

    static JourneeDesFamilles of(List<Parole> all, LocalDate jour) {
        var shown = all.stream()
                .filter(p -> p.etat() != Etat.ANNULEE || p.vueLe() != null)
                .toList();
        var today = shown.stream().filter(p -> p.isOn(jour)).toList();
        var waiting = shown.stream()
                .filter(p -> p.propos().debut() == null && (p.etat() == Etat.REMISE || p.etat() == Etat.VUE))
                .toList();
        var toCome = shown.stream()
                .filter(p -> p.isToCome(jour))
                .sorted(Comparator.comparing(p -> p.propos().quandCommence()))
                .toList();
        var rest = shown.stream()
                .filter(p -> !today.contains(p) && !waiting.contains(p) && !toCome.contains(p))
                .toList();
        return new JourneeDesFamilles(today, waiting, toCome, rest);
    }

    /// What a home shows: today, what waits, and the first to come.
    List<Parole> accueil() {
        return Stream.of(aujourdhui, attendent, aVenir)
                .flatMap(List::stream)
                .limit(ON_A_HOME)
                .toList();
    }

    boolean isEmpty() {
        return aujourdhui.isEmpty() && attendent.isEmpty() && aVenir.isEmpty() && avant.isEmpty();
    }
}
