package fr.entecole.annuaire;

import static fr.entecole.socle.Mots.t;

import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// A teacher's own classes, how many pupils they have, and the way to their pages; a head who teaches elsewhere than
/// in the schools they direct has them too.
@Component
class ClassesTuile implements Tuile {

    private final LectureDesClasses lecture;

    ClassesTuile(LectureDesClasses lecture) {
        this.lecture = lecture;
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR);
    }

    @Override
    public List<Partie> parts(Utilisateur utilisateur) {
        var classes = lecture.taughtBy(utilisateur.personneId());
        boolean head = utilisateur.is(Profil.DIRECTEUR);
        if (head && classes.stream().allMatch(c -> utilisateur.ecoles().contains(c.ecoleId()))) {
            return List.of(); // the table of the school has them
        }
        if (classes.isEmpty()) {
            return List.of(new Partie(Place.ARDOISE, 0, "annuaire/_phrase", sentence(classes)));
        }
        var several = classes.stream().map(c -> c.ecoleId()).distinct().count() > 1;
        var part = new Partie(
                Place.COLONNE, 20, "annuaire/_mes-classes", Map.of("classes", classes, "plusieursEcoles", several));
        return head
                ? List.of(part)
                : List.of(new Partie(Place.ARDOISE, 0, "annuaire/_phrase", sentence(classes)), part);
    }

    private static Map<String, Object> sentence(List<LectureDesClasses.Classe> classes) {
        var pupils = classes.stream().mapToInt(LectureDesClasses.Classe::eleves).sum();
        var names = classes.stream().map(LectureDesClasses.Classe::libelle).collect(Collectors.joining(", "));
        return Map.of(
                "phrase",
                classes.isEmpty()
                        ? t("Aucune classe ne vous est encore rattachée.")
                        : t("{0} · {1, plural, =0 {aucun élève} one {# élève} other {# élèves}}", names, pupils));
    }
}
