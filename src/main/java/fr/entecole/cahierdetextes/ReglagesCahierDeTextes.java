package fr.entecole.cahierdetextes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.AnneeScolaire;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long notebooks are kept, from how many minutes on an evening is long, and which subjects a school has:
/// `ent.cahierdetextes.soiree=30`.
///
/// @param conservation counted from the end of the school year of the class
/// @param soiree minutes for one evening, above which the page says so to who writes
/// @param matieres subjects instead of those of the programmes; none: the programmes'
@ConfigurationProperties("ent.cahierdetextes")
record ReglagesCahierDeTextes(
        @DefaultValue("12m") Period conservation,
        @DefaultValue("30") int soiree,
        @DefaultValue List<String> matieres) {

    private static final Set<String> MATERNELLE = Set.of("TPS", "PS", "MS", "GS");
    private static final Set<String> CYCLE_2 = Set.of("CP", "CE1", "CE2");

    /// The day on which the notebook of this school year goes away.
    LocalDate fin(AnneeScolaire annee) {
        return new AnneeScolaire(annee.rentree() + 1).debut().minusDays(1).plus(conservation);
    }

    /// Those of the programmes for these levels: five fields in maternelle, subjects from CP on (arrêtés du 18 février
    /// 2015 and du 9 novembre 2015, in their everyday names).
    List<String> matieres(Collection<String> niveaux) {
        if (!matieres.isEmpty()) {
            return matieres;
        }
        if (!niveaux.isEmpty() && MATERNELLE.containsAll(niveaux)) {
            return List.of(
                    t("Langage"), t("Sport"), t("Arts"), t("Nombres"), t("Explorer le monde"), t("Vivre ensemble"));
        }
        var lecture = List.of(t("Français"), t("Lecture"), t("Poésie"), t("Maths"), t("Anglais"));
        var monde = CYCLE_2.containsAll(niveaux)
                ? List.of(t("Questionner le monde"))
                : List.of(t("Histoire"), t("Géographie"), t("Sciences"));
        var reste = List.of(t("Éducation civique"), t("Arts"), t("Musique"), t("Sport"), t("Pour la classe"));
        return List.of(lecture, monde, reste).stream().flatMap(List::stream).toList();
    }
}
