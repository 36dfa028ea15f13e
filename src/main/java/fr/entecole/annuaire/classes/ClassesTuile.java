package fr.entecole.annuaire.classes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.classes.ClassesEnseignees.ClasseEnseignee;
import fr.entecole.annuaire.classes.LectureDesDemandes.Possible;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// A teacher's own classes with their pupils, and « c'est ma classe »: the classes of their schools while they have
/// none, what they have said, and what the head has answered. A second statement for who has no class or has said
/// something.
@Component
class ClassesTuile implements Tuile {

    private static final Partie ANOTHER = new Partie(Place.COLONNE, 25, "annuaire/classes/_autre-classe", Map.of());

    private final ClassesEnseignees classes;
    private final LectureDesDemandes demandes;

    ClassesTuile(ClassesEnseignees classes, LectureDesDemandes demandes) {
        this.classes = classes;
        this.demandes = demandes;
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.ENSEIGNANT);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        return classes.of(utilisateur)
                .then(mine -> settled(mine)
                        ? Lecture.known(parts(mine, List.of()))
                        : demandes.lectureOf(utilisateur, false).map(possible -> parts(mine, possible)));
    }

    private static boolean settled(List<ClasseEnseignee> mine) {
        return !mine.isEmpty() && !mine.getFirst().demandes();
    }

    private static List<Partie> parts(List<ClasseEnseignee> mine, List<Possible> possible) {
        List<Partie> parts = new ArrayList<>();
        parts.add(new Partie(Place.ARDOISE, 0, "annuaire/_phrase", Map.of("phrase", sentence(mine))));
        if (!mine.isEmpty()) {
            parts.add(part(mine));
        }
        if (mine.stream().anyMatch(ClasseEnseignee::petits)) {
            parts.add(open());
        }
        if (settled(mine)) {
            parts.add(ANOTHER);
        } else {
            said(possible, parts);
        }
        return parts;
    }

    static Partie part(List<ClasseEnseignee> classes) {
        var several = classes.stream().map(ClasseEnseignee::ecoleId).distinct().count() > 1;
        return new Partie(
                Place.COLONNE,
                20,
                "annuaire/classes/_mes-classes",
                Map.of("classes", classes, "plusieursEcoles", several));
    }

    /// The gesture of the morning for who teaches children who do not read.
    static Partie open() {
        return new Partie(
                Place.OUTIL,
                10,
                "socle/outil",
                Map.of("icone", "tablette", "mot", t("Ouvrir la classe"), "adresse", "/classe/ouverture"));
    }

    private static void said(List<Possible> possible, List<Partie> parts) {
        var said = possible.stream().filter(c -> c.demande() != null).toList();
        if (!said.isEmpty()) {
            parts.add(new Partie(Place.COLONNE, 5, "annuaire/classes/_mes-demandes", Map.of("classes", said)));
        }
        var open = possible.stream().filter(Possible::mayBeAsked).toList();
        // Once said, the other classes are a page away.
        if (possible.stream().anyMatch(c -> c.mienne() || (c.attend() && c.possible()))) {
            parts.add(ANOTHER);
        } else if (open.isEmpty()) {
            parts.add(new Partie(Place.COLONNE, 25, "annuaire/classes/_sans-classe", Map.of()));
        } else {
            parts.add(new Partie(Place.COLONNE, 25, "annuaire/classes/_c-est-ma-classe", Map.of("classes", open)));
        }
    }

    private static String sentence(List<ClasseEnseignee> classes) {
        var pupils = classes.stream()
                .flatMap(classe -> classe.inscrits().stream())
                .distinct()
                .count();
        var names = classes.stream().map(ClasseEnseignee::libelle).collect(Collectors.joining(", "));
        return classes.isEmpty()
                ? t("Aucune classe ne vous est encore rattachée.")
                : t("{0} · {1, plural, =0 {aucun élève} one {# élève} other {# élèves}}", names, pupils);
    }
}
