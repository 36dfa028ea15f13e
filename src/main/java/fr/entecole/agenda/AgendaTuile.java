package fr.entecole.agenda;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.agenda.AgendaAffiche.Jour;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Onglet;
import fr.entecole.socle.OngletsOfferts;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Registre;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Recherche;
import fr.entecole.socle.contrats.ServiceMesure;
import fr.entecole.socle.contrats.ServiceMesure.Service;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// What is left of today, and tomorrow, on the homes: on the board of who teaches the hours of today, for all what
/// there is, and the way to the agenda. Found by words too ([Trouvees]).
@Component
public class AgendaTuile implements Tuile {

    @Bean
    static ServiceMesure mesureAgenda() {
        return new ServiceMesure("agenda", Service.GESTION_TEMPS);
    }

    public static final String AGENDA = "agenda";

    private final CompositionDeLAgenda composition;
    private final Clock clock;

    AgendaTuile(CompositionDeLAgenda composition, Clock clock) {
        this.composition = composition;
        this.clock = clock;
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.PARENT, Profil.ELEVE, Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        var here = LocalDateTime.now(clock);
        if (Registre.of(utilisateur).petits()) {
            return Lecture.known(List.of(new Partie(Place.COLONNE, 40, "agenda/_tuile-petits", Map.of())));
        }
        return composition.proche(utilisateur, here).map(days -> parts(utilisateur, days, here.toLocalDate()));
    }

    private static List<Partie> parts(Utilisateur utilisateur, List<Jour> days, LocalDate today) {
        List<Partie> parts = new ArrayList<>();
        boolean staff = !utilisateur.is(Profil.PARENT, Profil.ELEVE);
        var hours = days.getFirst().entrees().stream()
                .filter(e -> !e.annulee() && !e.heure().isEmpty())
                .toList();
        if (staff && !hours.isEmpty()) {
            parts.add(new Partie(Place.ARDOISE, 10, "agenda/_programme", Map.of("entrees", hours)));
        }
        if (staff) {
            parts.add(new Partie(Place.OUTIL, 15, "agenda/_outil", Map.of()));
        }
        var full = days.stream().filter(day -> !day.entrees().isEmpty()).toList();
        if (!full.isEmpty()) {
            parts.add(new Partie(
                    staff ? Place.COTE : Place.COLONNE,
                    15,
                    "agenda/_tuile",
                    Map.of("jours", full, "aujourdhui", today)));
        }
        return parts;
    }

    /// The agenda's tab, for families and pupils; who works in a school goes there from their home.
    @Component
    static class OngletsAgenda implements OngletsOfferts {

        @Override
        public List<Onglet> onglets(Utilisateur utilisateur) {
            return utilisateur.is(Profil.PARENT, Profil.ELEVE)
                    ? List.of(new Onglet(AGENDA, 40, t("Agenda"), "/agenda", "calendrier"))
                    : List.of();
        }
    }

    /// « piscine »: what is for this person, the next first.
    @Component
    static class Trouvees implements Recherche {

        private final Clock clock;

        Trouvees(Clock clock) {
            this.clock = clock;
        }

        @Override
        public String titre() {
            return t("L’agenda");
        }

        @Override
        public int ordre() {
            return 40;
        }

        @Override
        public boolean concerns(Utilisateur utilisateur) {
            return utilisateur.is(Profil.PARENT, Profil.ELEVE, Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL);
        }

        @Override
        public Lecture<List<Trouvaille>> find(String saisie, Utilisateur utilisateur) {
            return LectureDeLAgenda.found(utilisateur, saisie, LocalDate.now(clock), MONTREES + 1)
                    .map(found -> found.stream()
                            .map(s -> new Trouvaille(
                                    s.evenement().titre(),
                                    Horaires.alone(Horaires.quand(s)),
                                    "/agenda/evenements/" + s.evenement().id()))
                            .toList());
        }
    }
}
