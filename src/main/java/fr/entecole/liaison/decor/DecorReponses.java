package fr.entecole.liaison.decor;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.liaison.CahierDeLiaison;
import fr.entecole.liaison.CahierDeLiaison.Auteur;
import fr.entecole.liaison.Champs;
import fr.entecole.liaison.Concernes;
import fr.entecole.liaison.Demande;
import fr.entecole.liaison.Genres;
import fr.entecole.liaison.LectureDesMots;
import fr.entecole.liaison.Redaction;
import fr.entecole.liaison.Repondants;
import fr.entecole.liaison.Repondu.Sens;
import fr.entecole.liaison.reponses.Reponses;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.Decor;
import fr.entecole.socle.web.Erreurs;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// In the CM1 of Claire Estève: an outing with answers in every state, a consent to images, and the rules of the school
/// to be signed.
@Component
class DecorReponses implements Decor {

    private static final int ORDRE = 101;
    private static final int DAYS_AGO = 5;
    private static final LocalTime AFTER_SCHOOL = LocalTime.of(16, 45);

    private final CahierDeLiaison cahier;
    private final LectureDesMots lecture;
    private final Reponses reponses;
    private final Concernes concernes;
    private final Genres genres;
    private final Calendriers calendriers;
    private final Reperes reperes;
    private final Utilisateurs utilisateurs;
    private final Clock clock;

    DecorReponses(
            CahierDeLiaison cahier,
            LectureDesMots lecture,
            Reponses reponses,
            Concernes concernes,
            Genres genres,
            Calendriers calendriers,
            Reperes reperes,
            Utilisateurs utilisateurs,
            Clock clock) {
        this.cahier = cahier;
        this.lecture = lecture;
        this.reponses = reponses;
        this.concernes = concernes;
        this.genres = genres;
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
        var cm1 = Public.ofClasse(curie, reperes.classe("11", "514"), Qui.RESPONSABLES);
        var jour = monde.jour();
        var sortie = jour.plusDays(8).with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY));
        utilisateurs.forgetAll();
        var outing = write(
                monde,
                "Claire Estève",
                cm1,
                "SORTIE",
                sortie.minusDays(2),
                "Sortie au musée Narbo Via",
                """
                Toute la classe va au musée Narbo Via, à Narbonne. Les enfants y feront un atelier de mosaïque romaine.

                Dites si votre enfant participe.

                Claire Estève""",
                Map.of(
                        "sortie-jour", List.of(sortie.toString()),
                        "sortie-depart", List.of("08:45"),
                        "sortie-retour", List.of("16:15"),
                        "sortie-lieu", List.of("Musée Narbo Via, Narbonne"),
                        "sortie-apporter", List.of("un sac à dos et une gourde"),
                        "sortie-prix", List.of("gratuit, payé par la coopérative")));
        answer(monde, outing, "Samira Benali", Sens.OUI, "", Map.of("allergies", List.of("arachide")));
        answer(monde, outing, "Fatou Amara", Sens.OUI, "Je peux accompagner.", Map.of());
        answer(monde, outing, "Lise Bastide", Sens.OUI, "", Map.of("telephone", List.of("06 39 98 00 21")));
        answer(monde, outing, "Marion Calvet", Sens.NON, "Hugo a rendez-vous ce jour-là.", Map.of());
        read(monde, outing, "Julie Ferrier");
        var images = write(
                monde,
                "Claire Estève",
                cm1,
                "IMAGE",
                null,
                "Les photos de la mosaïque",
                """
                Nous photographierons l’atelier de mosaïque. Dites si votre enfant peut y être vu.

                Claire Estève""",
                Map.of(
                        "image-finalite", List.of("L’album de l’atelier de mosaïque"),
                        "image-support", List.of("ENT", "AFFICHAGE"),
                        "image-du", List.of(jour.toString()),
                        "image-au", List.of(jour.plusMonths(6).toString())));
        answer(monde, images, "Lise Bastide", Sens.OUI, "", Map.of());
        answer(monde, images, "Marion Calvet", Sens.NON, "", Map.of());
        var rules = write(
                monde,
                "Hélène Castans",
                Public.ofEcole(curie, Qui.RESPONSABLES),
                "REGLEMENT",
                null,
                "Le règlement intérieur de l’école",
                """
                # Les horaires

                Le portail ouvre à 8 h 20 et ferme à 8 h 30.

                # Les absences

                Prévenez l’école avant 9 h.

                Hélène Castans, directrice""",
                Map.of());
        answer(monde, rules, "Fatou Amara", Sens.SIGNE, "", Map.of());
    }

    private UUID write(
            Monde monde,
            String auteur,
            Public pour,
            String code,
            @Nullable LocalDate avant,
            String titre,
            String texte,
            Map<String, List<String>> champs) {
        var genre = genres.of(code);
        var asked = asked(monde);
        var visible = calendriers.of(pour.ecoleId()).delivery(asked).orElse(asked);
        var demande = new Demande(genre.attendus().getFirst(), Repondants.CHACUN, avant);
        var said = new Redaction(List.of(pour), false, titre, TexteRiche.of(texte), visible).of(code, demande);
        var ajout = genre.accept(new Champs(champs), monde.jour(), new Erreurs());
        var by = new Auteur(monde.compte(auteur), monde.personne(auteur));
        return cahier.publish(said, by, asked, mot -> ajout.keep(mot, pour.ecoleId()));
    }

    private static Instant asked(Monde monde) {
        return monde.jour()
                .minusDays(DAYS_AGO)
                .atTime(AFTER_SCHOOL)
                .atZone(Calendrier.PARIS)
                .toInstant();
    }

    private void read(Monde monde, UUID mot, String responsable) {
        var personne = monde.personne(responsable);
        cahier.read(mot, 1, personne, List.of(personne), clock.instant());
    }

    private void answer(
            Monde monde, UUID id, String responsable, Sens sens, String precision, Map<String, List<String>> champs) {
        utilisateurs
                .of(monde.compte(responsable), null)
                .ifPresent(one -> lecture.received(one, id).ifPresent(mot -> {
                    read(monde, id, responsable);
                    var eleves = concernes.asked(concernes.enfants(one), mot).stream()
                            .map(Concernes.Enfant::id)
                            .toList();
                    var at = mot.visibleLe().plus(Duration.ofHours(2));
                    reponses.answer(
                            mot,
                            one,
                            eleves,
                            sens,
                            precision,
                            new Champs(champs),
                            at.isBefore(clock.instant()) ? at : clock.instant());
                }));
    }
}
