package fr.entecole.agenda;

import static fr.entecole.socle.Phrases.t;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.agenda.AgendaAffiche.Entree;
import fr.entecole.agenda.AgendaAffiche.Jour;
import fr.entecole.agenda.Anniversaires.Fete;
import fr.entecole.agenda.EnfantsConcernes.Enfant;
import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Classes;
import fr.entecole.annuaire.MemoireDesEcoles;
import fr.entecole.annuaire.MemoireDesEcoles.Gardien;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.Calendrier.Marque;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Memoire;
import fr.entecole.socle.Memoire.Gardee;
import fr.entecole.socle.Phrases;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.memoire.Souvenirs;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Makes one agenda of what is for a person: events of all their schools, holidays and days of these schools'
/// calendars, birthdays where they are allowed. One round trip, whatever the number of schools and children, a second
/// one where something has moved in the directory.
@Component
class CompositionDeLAgenda {

    private final Lectures lectures;
    private final Calendriers calendriers;
    private final MemoireDesEcoles<Set<UUID>, Map<UUID, String>> noms;
    private final MemoireDesEcoles<Set<UUID>, List<Enfant>> enfants;
    private final Appellations appellations;
    private final Souvenirs souvenirs;

    CompositionDeLAgenda(
            Lectures lectures,
            Calendriers calendriers,
            Cache<Gardien<Set<UUID>>, Gardee<Map<UUID, String>>> classesDeLAgenda,
            Cache<Gardien<Set<UUID>>, Gardee<List<Enfant>>> enfantsDeLAgenda,
            Appellations appellations,
            Souvenirs souvenirs,
            Clock clock) {
        this.lectures = lectures;
        this.calendriers = calendriers;
        this.noms = new MemoireDesEcoles<>(classesDeLAgenda, souvenirs, clock);
        this.enfants = new MemoireDesEcoles<>(enfantsDeLAgenda, souvenirs, clock);
        this.appellations = appellations;
        this.souvenirs = souvenirs;
    }

    @Bean
    static Cache<Gardien<Set<UUID>>, Gardee<Map<UUID, String>>> classesDeLAgenda() {
        return Memoire.cache();
    }

    @Bean
    static Cache<Gardien<Set<UUID>>, Gardee<List<Enfant>>> enfantsDeLAgenda() {
        return Memoire.cache();
    }

    /// @param enfant one of a guardian's children, whose agenda alone is shown; null: of all
    AgendaAffiche of(Utilisateur utilisateur, Periode periode, @Nullable UUID enfant, LocalDate today) {
        var lu = lectures.read(lecture(utilisateur, periode.de(), periode.jusque()));
        var shown = lu.only(enfant);
        List<Jour> days = periode.de()
                .datesUntil(periode.jusque().plusDays(1))
                .map(day -> new Jour(
                        day, day.equals(today), !periode.holds(day), entries(shown, utilisateur, periode, day, today)))
                .filter(day -> !periode.once() || !day.entrees().isEmpty())
                .toList();
        return new AgendaAffiche(periode, days, lu.enfants, enfant);
    }

    /// What the home says of today and tomorrow: what is over is no news.
    Lecture<List<Jour>> proche(Utilisateur utilisateur, LocalDateTime here) {
        var today = here.toLocalDate();
        var until = today.plusDays(1);
        var read = LectureDeLAgenda.forHome(souvenirs, utilisateur, today, until)
                .with(
                        enfants(utilisateur),
                        (seances, enfants) -> new Lu(
                                seances.stream().filter(s -> !s.over(here)).toList(),
                                Map.of(),
                                List.of(),
                                enfants,
                                Map.of(),
                                Map.of()));
        var said = utilisateur.is(Profil.PARENT, Profil.ELEVE) ? read : read.with(noms(utilisateur), Lu::named);
        return said.map(lu -> Stream.of(today, until)
                .map(day -> new Jour(
                        day,
                        day.equals(today),
                        false,
                        entries(lu, utilisateur, Periode.of(Periode.Vue.SEMAINE, today), day, today)))
                .toList());
    }

    private Lecture<Lu> lecture(Utilisateur utilisateur, LocalDate de, LocalDate jusque) {
        return LectureDeLAgenda.lecture(utilisateur, de, jusque)
                .with(
                        calendriers.lecture(utilisateur.ecoles()),
                        (seances, calendars) -> new Lu(seances, calendars, List.of(), List.of(), Map.of(), Map.of()))
                .with(Anniversaires.lecture(utilisateur, de, jusque), Lu::with)
                .with(enfants(utilisateur), Lu::of)
                .with(appellations.ecolesIfSeveral(utilisateur.ecoles()), Lu::in)
                .with(noms(utilisateur), Lu::named);
    }

    /// Of all classes of someone's schools, read again when something moves there: a home asks for no second trip.
    private Lecture<Map<UUID, String>> noms(Utilisateur utilisateur) {
        var ecoles = utilisateur.ecoles();
        return noms.of(utilisateur, ecoles, Classes.noms(ecoles), _ -> ecoles);
    }

    private Lecture<List<Enfant>> enfants(Utilisateur utilisateur) {
        return Perimetre.of(utilisateur).enfants().isEmpty()
                ? Lecture.known(List.of())
                : enfants.of(
                        utilisateur,
                        utilisateur.personnes(),
                        EnfantsConcernes.lecture(utilisateur),
                        found -> found.stream().map(Enfant::ecole).toList());
    }

    private static List<Entree> entries(
            Lu lu, Utilisateur utilisateur, Periode periode, LocalDate day, LocalDate today) {
        List<Entree> entries = new ArrayList<>();
        lu.calendriers.values().stream()
                .flatMap(c -> c.marques(periode.de(), periode.jusque()).stream())
                .distinct()
                .filter(marque -> stands(periode, day, marque.debut(), marque.fin()))
                .forEach(marque -> entries.add(marque(marque, lu, periode)));
        lu.fetes.stream()
                .filter(fete -> fete.jour().equals(day))
                .forEach(fete -> entries.add(new Entree(
                        "etoile",
                        t("Anniversaire"),
                        t("Anniversaire {0}", Phrases.de(fete.prenom())),
                        "",
                        "",
                        lu.noms.getOrDefault(fete.classe(), ""),
                        "",
                        null,
                        false,
                        "note")));
        lu.seances.stream()
                .filter(s -> stands(periode, day, s.jour(), s.dernier()))
                .filter(s -> !s.annulee() || !s.past(today))
                .forEach(s -> entries.add(seance(s, lu, utilisateur, periode)));
        return entries;
    }

    private static boolean stands(Periode periode, LocalDate day, LocalDate from, LocalDate to) {
        if (!periode.once()) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
        return day.equals(from.isBefore(periode.de()) ? periode.de() : from) && !to.isBefore(day);
    }

    private static Entree marque(Marque marque, Lu lu, Periode periode) {
        var qui = lu.ecoles.isEmpty()
                ? ""
                : lu.calendriers.entrySet().stream()
                        .filter(e -> e.getValue()
                                .marques(periode.de(), periode.jusque())
                                .contains(marque))
                        .map(e -> lu.ecoles.getOrDefault(e.getKey(), ""))
                        .collect(Collectors.joining(", "));
        var all = lu.calendriers.size() == qui.split(", ", -1).length;
        return new Entree(
                switch (marque.sorte()) {
                    case VACANCES -> "soleil";
                    case FERIE -> "drapeau";
                    case SANS_CLASSE, CLASSE -> "ecole";
                },
                switch (marque.sorte()) {
                    case VACANCES -> t("Vacances");
                    case FERIE -> t("Jour férié");
                    case SANS_CLASSE -> t("Pas de classe");
                    case CLASSE -> t("Jour de classe rattrapé");
                },
                marque.nom(),
                marque.debut().equals(marque.fin()) || !periode.once()
                        ? ""
                        : t("jusqu’au {0}", Dates.jour(marque.fin())),
                "",
                all ? "" : qui,
                "",
                null,
                false,
                marque.sorte() == Marque.Sorte.VACANCES ? "attente" : "note");
    }

    private static Entree seance(Seance seance, Lu lu, Utilisateur utilisateur, Periode periode) {
        var event = seance.evenement();
        var debut = seance.debut();
        boolean several = !seance.jour().equals(seance.dernier());
        return new Entree(
                event.genre().icone(),
                event.genre().libelle(),
                event.titre(),
                several && periode.once()
                        ? t("jusqu’au {0}", Dates.jour(seance.dernier()))
                        : Horaires.heures(seance.debut(), seance.fin()),
                debut == null ? "" : Horaires.heure(debut),
                utilisateur.is(Profil.PARENT)
                        ? EnfantsConcernes.of(event, lu.enfants).stream()
                                .map(Enfant::prenom)
                                .collect(Collectors.joining(", "))
                        : utilisateur.is(Profil.ELEVE) ? "" : words(event, lu),
                event.lieu(),
                "/agenda/evenements/" + event.id(),
                seance.annulee(),
                "");
    }

    /// « CM1 Mme Estève », « Toute l’école », « L’équipe »
    private static String words(Evenement event, Lu lu) {
        var said =
                event.adultes().stream().map(pour -> word(pour, lu)).distinct().collect(Collectors.joining(", "));
        var ecole = lu.ecoles.getOrDefault(event.ecoleId(), "");
        return ecole.isEmpty() ? said : said + " · " + ecole;
    }

    private static String word(Public pour, Lu lu) {
        return switch (pour.etendue()) {
            case CLASSE ->
                Stream.of(pour.ids())
                        .map(id -> lu.noms.getOrDefault(id, t("Une classe")))
                        .collect(Collectors.joining(", "));
            case GROUPE -> t("Un groupe");
            case ELEVES -> t("{0, plural, one {Une famille} other {# familles}}", pour.ids().length);
            default -> pour.qui() == Qui.EQUIPE ? t("L’équipe") : t("Toute l’école");
        };
    }

    /// @param noms of classes
    /// @param ecoles names of schools, where there are several
    private record Lu(
            List<Seance> seances,
            Map<UUID, Calendrier> calendriers,
            List<Fete> fetes,
            List<Enfant> enfants,
            Map<UUID, String> noms,
            Map<UUID, String> ecoles) {

        private Lu with(List<Fete> found) {
            return new Lu(seances, calendriers, found, enfants, noms, ecoles);
        }

        private Lu of(List<Enfant> found) {
            return new Lu(seances, calendriers, fetes, found, noms, ecoles);
        }

        private Lu in(Map<UUID, String> found) {
            return new Lu(seances, calendriers, fetes, enfants, noms, found);
        }

        private Lu named(Map<UUID, String> found) {
            return new Lu(seances, calendriers, fetes, enfants, found, ecoles);
        }

        private Lu only(@Nullable UUID enfant) {
            var child = enfants.stream().filter(e -> e.id().equals(enfant)).findFirst();
            return child.map(c -> new Lu(
                            seances.stream()
                                    .filter(s -> EnfantsConcernes.of(s.evenement(), enfants)
                                            .contains(c))
                                    .toList(),
                            calendriers.entrySet().stream()
                                    .filter(e -> e.getKey().equals(c.ecole()))
                                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                            fetes.stream()
                                    .filter(f -> c.classes().contains(f.classe()))
                                    .toList(),
                            enfants,
                            noms,
                            ecoles))
                    .orElse(this);
        }
    }
}
