package fr.entecole.annuaire.eleves;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// A guardian's children, in one list whatever their schools and académies.
@Component
class EnfantsTuile implements Tuile {

    private final LectureDesEnfants lecture;

    EnfantsTuile(LectureDesEnfants lecture) {
        this.lecture = lecture;
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.PARENT);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        return lecture.lectureOfChildren(utilisateur.personnes()).map(EnfantsTuile::parts);
    }

    private static List<Partie> parts(List<LectureDesEnfants.Enfant> enfants) {
        var schools = enfants.stream().map(e -> e.ecole()).distinct().count();
        var phrase = enfants.isEmpty()
                ? t("Bienvenue dans l’ENT-École.")
                : t(
                        "{0, plural, one {Votre enfant} other {Vos # enfants}}{1, plural, one {} other {, dans # écoles}}{0, plural, one {, sa classe et son école.} other {, leurs classes et leurs enseignants.}}",
                        enfants.size(),
                        schools);
        return List.of(
                new Partie(Place.ARDOISE, 0, "annuaire/_phrase", Map.of("phrase", phrase)),
                new Partie(Place.COLONNE, 20, "annuaire/eleves/_mes-enfants", Map.of("enfants", enfants)));
    }
}
