package fr.entecole.liaison.familles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// « Les familles vous disent » for who teaches or directs, always there so that what is new appears in it; for a
/// guardian, the way to say something and where the last thing said stands.
@Component
class FamillesTuile implements Tuile {

    private final LectureDesParoles lecture;
    private final Clock clock;

    FamillesTuile(LectureDesParoles lecture, Clock clock) {
        this.lecture = lecture;
        this.clock = clock;
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        var perimetre = Perimetre.of(utilisateur);
        return utilisateur.is(Profil.PARENT)
                ? !perimetre.enfants().isEmpty()
                : utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR)
                        && (!perimetre.classesTaught().isEmpty()
                                || !perimetre.ecolesDirected().isEmpty());
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        var parent = utilisateur.is(Profil.PARENT);
        return lecture.forHome(utilisateur).map(paroles -> parent ? said(paroles) : heard(paroles));
    }

    private List<Partie> heard(List<Parole> paroles) {
        var jour = JourneeDesFamilles.of(paroles, LocalDate.now(clock));
        var waiting = Stream.of(jour.aujourdhui(), jour.attendent())
                .flatMap(List::stream)
                .filter(FamillesTuile::awaits)
                .map(FamillesTuile::attend);
        return Stream.concat(
                        waiting, Stream.of(new Partie(Place.COTE, 5, "liaison/familles/_disent", Map.of("jour", jour))))
                .toList();
    }

    /// A pick-up of today all day long, a question until somebody opens it.
    private static boolean awaits(Parole parole) {
        return switch (parole.propos().nature()) {
            case DEPART -> parole.etat() != Parole.Etat.ANNULEE;
            case QUESTION -> parole.neuve();
            case ABSENCE -> false;
        };
    }

    private static Partie attend(Parole parole) {
        return new Partie(
                Place.ATTEND,
                parole.propos().nature() == NatureDeParole.DEPART ? 3 : 12,
                "socle/attend",
                Map.of(
                        "icone",
                        parole.propos().nature() == NatureDeParole.DEPART ? "personne" : "crayon",
                        "titre",
                        parole.titre(),
                        "precision",
                        t("Dit par {0}", parole.auteur()),
                        "adresse",
                        Adresse.of("/liaison/familles/{id}", parole.id()),
                        "bouton",
                        t("Lire")));
    }

    private List<Partie> said(List<Parole> paroles) {
        var tool = new Partie(
                Place.OUTIL,
                11,
                "socle/outil",
                Map.of("icone", "crayon", "mot", t("Dire quelque chose à l’école"), "adresse", "/liaison/familles"));
        return Stream.concat(
                        Stream.of(tool),
                        paroles.stream()
                                .map(parole -> new Partie(
                                        Place.COTE,
                                        5,
                                        "liaison/familles/_dit",
                                        Map.of("parole", parole, "maintenant", clock.instant()))))
                .toList();
    }
}
