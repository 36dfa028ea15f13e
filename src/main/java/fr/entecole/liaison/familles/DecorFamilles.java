package fr.entecole.liaison.familles;

import fr.entecole.annuaire.Reperes;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.liaison.familles.Parole.Propos;
import fr.entecole.liaison.familles.Paroles.Enfant;
import fr.entecole.notifications.Besogne;
import fr.entecole.socle.Decor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What families of the CM1 say: a grandmother at the gate today, a question that waits.
@Component
class DecorFamilles implements Decor {

    private static final int ORDRE = 110;
    private static final int MONTH = 31;
    private static final LocalTime AFTER_SCHOOL = LocalTime.of(16, 45);

    private final Paroles paroles;
    private final LectureDesParoles lecture;
    private final Calendriers calendriers;
    private final Reperes reperes;
    private final Utilisateurs utilisateurs;
    private final List<Besogne> besognes;
    private final Clock clock;

    DecorFamilles(
            Paroles paroles,
            LectureDesParoles lecture,
            Calendriers calendriers,
            Reperes reperes,
            Utilisateurs utilisateurs,
            List<Besogne> besognes,
            Clock clock) {
        this.paroles = paroles;
        this.lecture = lecture;
        this.calendriers = calendriers;
        this.reperes = reperes;
        this.utilisateurs = utilisateurs;
        this.besognes = besognes;
        this.clock = clock;
    }

    @Override
    public int ordre() {
        return ORDRE;
    }

    @Override
    public void install(Monde monde) {
        var curie = reperes.ecole("0110358E");
        var calendrier = calendriers.of(curie);
        var jour = monde.jour();
        var before = before(calendrier, jour);
        say(
                monde,
                curie,
                "Marion Calvet",
                new Propos(
                        NatureDeParole.DEPART,
                        Propos.from(jour),
                        Propos.until(jour),
                        null,
                        "Nicole Calvet",
                        "sa grand-mère",
                        "",
                        "Elle aura sa carte d’identité."),
                null);
        say(
                monde,
                curie,
                "Lise Bastide",
                new Propos(
                        NatureDeParole.QUESTION,
                        null,
                        null,
                        null,
                        "",
                        "",
                        "",
                        "Faut-il des chaussures de rechange pour le cross\u00a0?"),
                before);
        // bells ring on that day, not on that of the first start
        besognes.stream()
                .filter(besogne -> besogne.nom().equals("livraisons"))
                .forEach(besogne -> besogne.work(before));
        utilisateurs.forgetAll(); // those of a world that does not stand yet
    }

    /// After the last day on which the school could be reached at that hour.
    private static Instant before(Calendrier calendrier, LocalDate jour) {
        return IntStream.rangeClosed(1, MONTH)
                .mapToObj(days -> jour.minusDays(days)
                        .atTime(AFTER_SCHOOL)
                        .atZone(Calendrier.PARIS)
                        .toInstant())
                .filter(said -> calendrier.delivery(said).filter(said::equals).isPresent())
                .findFirst()
                .orElseGet(() -> jour.minusDays(1)
                        .atTime(AFTER_SCHOOL)
                        .atZone(Calendrier.PARIS)
                        .toInstant());
    }

    /// Of the child whom this guardian has in the school.
    ///
    /// @param before when it was said and told; null: now
    private void say(Monde monde, UUID ecole, String responsable, Propos propos, @Nullable Instant before) {
        utilisateurs
                .of(monde.compte(responsable), null)
                .ifPresent(auteur -> lecture.enfants(auteur).stream()
                        .filter(enfant -> enfant.ecole().equals(ecole))
                        .findFirst()
                        .map(enfant -> new Enfant(enfant.id(), ecole, enfant.prenom()))
                        .ifPresent(enfant -> {
                            if (before == null) {
                                paroles.say(auteur, enfant, propos, calendriers.of(ecole), clock.instant());
                            } else {
                                paroles.say(auteur, enfant, propos, before, before);
                            }
                        }));
    }
}
