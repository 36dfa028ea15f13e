package fr.entecole.agenda.decor;

import fr.entecole.agenda.Anniversaires;
import fr.entecole.agenda.Anniversaires.Pour;
import fr.entecole.agenda.EvenementAccess;
import fr.entecole.agenda.Genre;
import fr.entecole.agenda.LectureDeLAgenda;
import fr.entecole.agenda.Recurrence;
import fr.entecole.agenda.TenueDeLAgenda;
import fr.entecole.agenda.TenueDeLAgenda.Auteur;
import fr.entecole.agenda.TenueDeLAgenda.Date;
import fr.entecole.agenda.TenueDeLAgenda.Propos;
import fr.entecole.agenda.seances.TenueDesSeances;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.socle.Decor;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Two months of an agenda: an outing of the CM1, the swimming pool each Tuesday, a council, a meeting of the team, a
/// feast of the school, an appointment with one family, something cancelled; a school of a brother beside.
@Component
class DecorAgenda implements Decor {

    private static final int ORDRE = 110;
    private static final String MONTPELLIER = "11";

    private final TenueDeLAgenda tenue;
    private final TenueDesSeances seances;
    private final LectureDeLAgenda lecture;
    private final Anniversaires anniversaires;
    private final Calendriers calendriers;
    private final Reperes reperes;
    private final Utilisateurs utilisateurs;
    private final Clock clock;

    DecorAgenda(
            TenueDeLAgenda tenue,
            TenueDesSeances seances,
            LectureDeLAgenda lecture,
            Anniversaires anniversaires,
            Calendriers calendriers,
            Reperes reperes,
            Utilisateurs utilisateurs,
            Clock clock) {
        this.tenue = tenue;
        this.seances = seances;
        this.lecture = lecture;
        this.anniversaires = anniversaires;
        this.calendriers = calendriers;
        this.reperes = reperes;
        this.utilisateurs = utilisateurs;
        this.clock = clock;
    }

    @Override
    public int ordre() {
        return ORDRE;
    }

    @Override
    public void install(Monde monde) {
        var curie = reperes.ecole("0110358E");
        var cm1 = List.of(Public.ofClasse(curie, reperes.classe(MONTPELLIER, "514"), Qui.RESPONSABLES));
        var today = monde.jour();
        var claire = author(monde, "Claire Estève");
        var helene = author(monde, "Hélène Castans");
        write(
                claire,
                EvenementAccess.withPupils(cm1),
                new Propos(
                        Genre.SORTIE,
                        "Sortie au musée Narbo Via",
                        "Un pique-nique, des chaussures de marche.",
                        "Narbonne"),
                List.of(new Date(next(today, DayOfWeek.FRIDAY), next(today, DayOfWeek.FRIDAY), at(8, 45), at(16, 0))));
        var tuesday = next(today, DayOfWeek.TUESDAY);
        var pool = Recurrence.weekly(
                new Date(tuesday, tuesday, at(14, 0), at(15, 30)), tuesday.plusWeeks(11), calendriers.of(curie));
        write(
                claire,
                EvenementAccess.withPupils(cm1),
                new Propos(Genre.ACTIVITE, "Piscine", "Le maillot, le bonnet et une serviette.", "Espace aquatique"),
                pool.gardees());
        write(
                claire,
                EvenementAccess.withPupils(cm1),
                new Propos(Genre.ACTIVITE, "Bibliothèque", "Rapportez les livres empruntés.", ""),
                List.of(new Date(today, today, at(10, 30), at(11, 30))));
        write(
                helene,
                List.of(Public.ofEcole(curie, Qui.RESPONSABLES)),
                new Propos(
                        Genre.CONSEIL,
                        "Conseil d’école",
                        "Vos représentants y portent vos questions.",
                        "Salle des maîtres"),
                List.of(new Date(tuesday.plusWeeks(1), tuesday.plusWeeks(1), at(18, 0), at(20, 0))));
        write(
                helene,
                List.of(Public.ofEcole(curie, Qui.EQUIPE)),
                new Propos(Genre.REUNION, "Conseil des maîtres", "", "Salle des maîtres"),
                List.of(new Date(
                        next(today, DayOfWeek.MONDAY), next(today, DayOfWeek.MONDAY), at(16, 45), at(18, 15))));
        var feast = next(today.plusWeeks(2), DayOfWeek.FRIDAY);
        write(
                helene,
                EvenementAccess.withPupils(List.of(Public.ofEcole(curie, Qui.RESPONSABLES))),
                new Propos(
                        Genre.FETE, "Marché de Noël", "Chaque classe tient une table. Venez nombreux.", "Dans la cour"),
                List.of(new Date(feast, feast, at(16, 30), at(19, 0))));
        write(
                claire,
                List.of(Public.ofEleves(curie, Set.of(monde.personne("Zoé Delmas")), Qui.RESPONSABLES)),
                new Propos(Genre.RENDEZ_VOUS, "Faire le point", "", "Dans la classe"),
                List.of(new Date(
                        next(today, DayOfWeek.THURSDAY), next(today, DayOfWeek.THURSDAY), at(17, 0), at(17, 30))));
        cancelled(monde, claire, cm1, next(today, DayOfWeek.WEDNESDAY));
        var daudet = reperes.ecole("0110359F");
        write(
                author(monde, "Bastien Rouquette"),
                EvenementAccess.withPupils(
                        List.of(Public.ofClasse(daudet, reperes.classe(MONTPELLIER, "521"), Qui.RESPONSABLES))),
                new Propos(Genre.FETE, "Goûter des parents", "Apportez un fruit à partager.", "Dans la classe"),
                List.of(new Date(next(today, DayOfWeek.THURSDAY), next(today, DayOfWeek.THURSDAY), at(15, 30), null)));
        anniversaires.set(curie, Pour.FAMILLES, monde.compte("Hélène Castans"));
        utilisateurs.forgetAll(); // those of a world that does not stand yet
    }

    private void cancelled(Monde monde, Auteur claire, List<Public> cm1, LocalDate day) {
        var id = write(
                claire,
                cm1,
                new Propos(Genre.REUNION, "Réunion de la correspondance", "", "Dans la classe"),
                List.of(new Date(day, day, at(11, 45), at(12, 15))));
        utilisateurs
                .of(monde.compte("Claire Estève"), null)
                .flatMap(by -> lecture.one(by, id))
                .ifPresent(detail -> seances.cancel(detail.evenement(), null, false, claire, clock.instant()));
    }

    private UUID write(Auteur auteur, List<Public> pour, Propos propos, List<Date> dates) {
        return tenue.publish(pour, propos, dates, auteur, clock.instant(), false);
    }

    private static Auteur author(Monde monde, String nom) {
        return new Auteur(monde.compte(nom), monde.personne(nom));
    }

    private static LocalDate next(LocalDate today, DayOfWeek day) {
        return today.with(TemporalAdjusters.next(day));
    }

    private static LocalTime at(int hour, int minute) {
        return LocalTime.of(hour, minute);
    }
}
