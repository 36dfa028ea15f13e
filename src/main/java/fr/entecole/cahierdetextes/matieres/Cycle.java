package fr.entecole.cahierdetextes.matieres;

import static fr.entecole.socle.Phrases.t;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Levels that share a list of subjects. A class of several cycles has that of its eldest.
public enum Cycle {
    MATERNELLE(Set.of("TPS", "PS", "MS", "GS")),
    CYCLE_2(Set.of("CP", "CE1", "CE2")),
    CYCLE_3(Set.of());

    private final Set<String> niveaux;

    Cycle(Set<String> niveaux) {
        this.niveaux = niveaux;
    }

    public static Cycle of(Collection<String> niveaux) {
        if (!niveaux.isEmpty() && MATERNELLE.niveaux.containsAll(niveaux)) {
            return MATERNELLE;
        }
        return niveaux.stream().allMatch(n -> CYCLE_2.niveaux.contains(n) || MATERNELLE.niveaux.contains(n))
                ? CYCLE_2
                : CYCLE_3;
    }

    static Optional<Cycle> parse(String code) {
        return Arrays.stream(values()).filter(c -> c.name().equals(code)).findFirst();
    }

    String libelle() {
        return switch (this) {
            case MATERNELLE -> t("Maternelle");
            case CYCLE_2 -> t("Du CP au CE2");
            case CYCLE_3 -> t("CM1 et CM2");
        };
    }

    /// Those of the programmes: five fields in maternelle, subjects from CP on (arrêtés du 18 février 2015 and du 9
    /// novembre 2015, in their everyday names).
    List<String> programmes() {
        if (this == MATERNELLE) {
            return List.of(
                    t("Langage"), t("Sport"), t("Arts"), t("Nombres"), t("Explorer le monde"), t("Vivre ensemble"));
        }
        var lecture = List.of(t("Français"), t("Lecture"), t("Poésie"), t("Maths"), t("Anglais"));
        var monde = this == CYCLE_2
                ? List.of(t("Questionner le monde"))
                : List.of(t("Histoire"), t("Géographie"), t("Sciences"));
        var reste = List.of(t("Éducation civique"), t("Arts"), t("Musique"), t("Sport"), t("Pour la classe"));
        return Stream.of(lecture, monde, reste).flatMap(List::stream).toList();
    }
}
