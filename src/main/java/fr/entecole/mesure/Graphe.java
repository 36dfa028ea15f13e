package fr.entecole.mesure;

import fr.entecole.socle.Dates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Lines of weeks on a sheet of a hundred, as a drawing needs them: twice, for wide and for narrow screens. A week of
/// which nothing is said breaks its line.
///
/// @param gauche,droite,haut,bas edges of the sheet in the drawing
record Graphe(int largeur, int hauteur, int gauche, int droite, int haut, int bas, List<Semaine> semaines) {

    private static final List<ProfilMesure> TRACES =
            List.of(ProfilMesure.ENSEIGNANT, ProfilMesure.PARENT, ProfilMesure.ELEVE);

    private static final int APART = 20;

    static Graphe large(List<Semaine> semaines) {
        return new Graphe(800, 262, 48, 640, 24, 232, semaines);
    }

    static Graphe narrow(List<Semaine> semaines) {
        return new Graphe(340, 250, 34, 286, 26, 216, semaines);
    }

    boolean wide() {
        return largeur > 400;
    }

    int x(int week) {
        return gauche + (droite - gauche) * week / Math.max(1, semaines.size() - 1);
    }

    int y(int part) {
        return bas - (bas - haut) * part / 100;
    }

    /// Days under the sheet: all of them where there is room.
    List<Repere> jours() {
        int step = wide() ? 1 : 3;
        int last = semaines.size() - 1;
        return IntStream.rangeClosed(0, last)
                .filter(i -> (last - i) % step == 0)
                .mapToObj(i -> new Repere(x(i), day(i, step)))
                .toList();
    }

    /// The month where it begins.
    private String day(int i, int step) {
        var lundi = semaines.get(i).lundi();
        boolean same = i >= step && semaines.get(i - step).lundi().getMonth() == lundi.getMonth();
        return same ? Integer.toString(lundi.getDayOfMonth()) : Dates.court(lundi);
    }

    List<Trace> traces() {
        List<Trace> traces = new ArrayList<>();
        for (var profil : TRACES) {
            var trace = trace(profil);
            if (!trace.lignes.isEmpty()) {
                traces.add(trace);
            }
        }
        return apart(traces);
    }

    private Trace trace(ProfilMesure profil) {
        List<String> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        int last = -1;
        int week = 0;
        for (int i = 0; i < semaines.size(); i++) {
            var part = semaines.get(i).of(profil).surCent();
            if (part == null) {
                close(line, lines);
            } else {
                line.add(x(i) + "," + y(part));
                last = part;
                week = i;
            }
        }
        close(line, lines);
        return new Trace(profil, lines, Math.max(0, last), y(Math.max(0, last)), x(week));
    }

    /// One week alone is a short line.
    private static void close(List<String> line, List<String> lines) {
        if (!line.isEmpty()) {
            lines.add(line.stream().collect(Collectors.joining(" ")) + (line.size() == 1 ? " " + line.getFirst() : ""));
            line.clear();
        }
    }

    /// Words that would stand on one another are moved down.
    private static List<Trace> apart(List<Trace> traces) {
        List<Trace> placed = new ArrayList<>();
        int above = Integer.MIN_VALUE / 2;
        for (var trace :
                traces.stream().sorted(Comparator.comparing(Trace::mot)).toList()) {
            int y = Math.max(trace.mot, above + APART);
            placed.add(new Trace(trace.profil, trace.lignes, trace.dernier, y, trace.fin));
            above = y;
        }
        return placed;
    }

    record Repere(int x, String mot) {}

    /// @param lignes points of each unbroken line
    /// @param dernier the last value that is said
    /// @param mot where its words stand, from the top
    /// @param fin where the line ends
    record Trace(ProfilMesure profil, List<String> lignes, int dernier, int mot, int fin) {}
}
