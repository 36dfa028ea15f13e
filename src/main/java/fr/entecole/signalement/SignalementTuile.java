package fr.entecole.signalement;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.memoire.Souvenirs;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Reports that await a decision, on the homes of those who decide.
@Component
class SignalementTuile implements Tuile {

    private final Souvenirs souvenirs;
    private final Clock clock;

    SignalementTuile(Souvenirs souvenirs, Clock clock) {
        this.souvenirs = souvenirs;
        this.clock = clock;
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.IEN, Profil.ADMINISTRATEUR);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        var tool = utilisateur.is(Profil.ENSEIGNANT)
                ? List.<Partie>of()
                : List.of(new Partie(Place.OUTIL, 70, "signalement/_outil", Map.of()));
        return LectureDesDossiers.waiting(souvenirs, utilisateur, LocalDate.now(clock))
                .map(waiting -> Stream.concat(waiting.stream().map(SignalementTuile::part), tool.stream())
                        .toList());
    }

    private static Partie part(LectureDesDossiers.Attente attente) {
        return new Partie(
                Place.ATTEND,
                2,
                "socle/attend",
                Map.of(
                        "icone",
                        "drapeau",
                        "titre",
                        t("{0, plural, one {Un contenu signalé} other {# contenus signalés}}", attente.combien()),
                        "precision",
                        t("Lisez, puis décidez"),
                        "adresse",
                        attente.combien() == 1 ? "/signalements/" + attente.id() : "/signalements",
                        "bouton",
                        t("Décider")));
    }
}
