package fr.entecole.annuaire.eleves;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Registre;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// A pupil's own class, in the register of their level.
@Component
class MaClasseTuile implements Tuile {

    private final LectureDesEnfants lecture;

    MaClasseTuile(LectureDesEnfants lecture) {
        this.lecture = lecture;
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.ELEVE);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        boolean petit = Registre.of(utilisateur).petits();
        return lecture.lectureOfEleve(utilisateur.personneId())
                .map(eleve -> eleve.map(moi -> List.of(
                                new Partie(
                                        Place.ARDOISE,
                                        0,
                                        "annuaire/_phrase",
                                        Map.of("phrase", t("Voici ta page. Ta classe est juste en dessous."))),
                                new Partie(
                                        Place.COLONNE,
                                        20,
                                        petit ? "annuaire/eleves/_ma-classe-petits" : "annuaire/eleves/_ma-classe",
                                        Map.of("moi", moi))))
                        .orElse(List.of()));
    }
}
