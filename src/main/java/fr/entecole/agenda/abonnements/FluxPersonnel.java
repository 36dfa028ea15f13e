package fr.entecole.agenda.abonnements;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.agenda.Evenement;
import fr.entecole.agenda.LectureDeLAgenda;
import fr.entecole.annuaire.Classes;
import fr.entecole.annuaire.Classes.Classe;
import fr.entecole.annuaire.Public.Etendue;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.socle.AdressePublique;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.langue.Langue;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a calendar program is given of a person's agenda: from a month ago to a year from now.
@Component
class FluxPersonnel {

    private static final int BEFORE = 31;
    private static final int AFTER = 366;

    private final LectureDeLAgenda lecture;
    private final Calendriers calendriers;
    private final Classes classes;
    private final AdressePublique adresse;
    private final JdbcClient jdbc;
    private final Clock clock;

    FluxPersonnel(
            LectureDeLAgenda lecture,
            Calendriers calendriers,
            Classes classes,
            AdressePublique adresse,
            JdbcClient jdbc,
            Clock clock) {
        this.jdbc = jdbc;
        this.lecture = lecture;
        this.calendriers = calendriers;
        this.classes = classes;
        this.adresse = adresse;
        this.clock = clock;
    }

    /// Four statements, whatever the number of schools.
    String of(Utilisateur utilisateur) {
        var today = LocalDate.now(clock);
        var seances = lecture.entre(utilisateur, today.minusDays(BEFORE), today.plusDays(AFTER));
        Set<UUID> ids = new LinkedHashSet<>();
        seances.forEach(s -> ids.addAll(classes(s.evenement())));
        var ecoles =
                seances.stream().map(s -> s.evenement().ecoleId()).distinct().toList();
        var prenoms = Prenoms.read(jdbc, ids, ecoles);
        var said = seances.stream()
                .map(s -> prenoms.without(s, classes(s.evenement())))
                .toList();
        Map<UUID, String> noms = classes.named(ids).stream().collect(Collectors.toMap(Classe::id, Classe::libelle));
        var marques = calendriers.of(utilisateur.ecoles()).values().stream()
                .flatMap(c -> c.marques(today.minusDays(BEFORE), today.plusDays(AFTER)).stream())
                .distinct()
                .toList();
        return Langue.FRANCAIS.call(() -> EcritureIcs.write(
                t("Agenda de l’école"),
                said,
                marques,
                evenement -> place(evenement, noms),
                evenement -> adresse.lien("/agenda/evenements/" + evenement.id())));
    }

    private static String place(Evenement evenement, Map<UUID, String> noms) {
        var said = classes(evenement).stream()
                .flatMap(id -> Stream.ofNullable(noms.get(id)))
                .collect(Collectors.joining(", "));
        boolean team = evenement.publics().stream().allMatch(pour -> pour.qui() == Qui.EQUIPE);
        return said.isEmpty() && team ? t("équipe") : said;
    }

    private static List<UUID> classes(Evenement evenement) {
        return evenement.publics().stream()
                .filter(pour -> pour.etendue() == Etendue.CLASSE)
                .flatMap(pour -> Stream.of(pour.ids()))
                .distinct()
                .sorted()
                .toList();
    }
}
