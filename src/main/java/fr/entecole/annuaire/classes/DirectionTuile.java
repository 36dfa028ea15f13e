package fr.entecole.annuaire.classes;

import static fr.entecole.socle.Phrases.t;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.annuaire.MemoireDesEcoles;
import fr.entecole.annuaire.MemoireDesEcoles.Gardien;
import fr.entecole.annuaire.aaf.AafReglages;
import fr.entecole.annuaire.classes.ClassesEnseignees.ClasseEnseignee;
import fr.entecole.annuaire.classes.LectureDeLaDirection.Attente;
import fr.entecole.annuaire.classes.LectureDeLaDirection.ClasseDirigee;
import fr.entecole.annuaire.classes.LectureDeLaDirection.EcoleDirigee;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Memoire;
import fr.entecole.socle.Memoire.Gardee;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.memoire.Souvenirs;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// A head's home, for one school or several: who says that a class is theirs, classes without teacher, what is to be
/// mended in ONDE, the classes, and what is in order. One statement for all of it, and one for the classes that they
/// teach elsewhere.
@Component
class DirectionTuile implements Tuile {

    /// Beyond these, requests wait on the page of the classes.
    private static final int REQUESTS = 3;

    private final LectureDeLaDirection lecture;
    private final ClassesEnseignees enseignees;
    private final AafReglages aaf;
    private final MemoireDesEcoles<UUID, List<EcoleDirigee>> memoire;
    private final Clock clock;

    DirectionTuile(
            LectureDeLaDirection lecture,
            ClassesEnseignees enseignees,
            AafReglages aaf,
            Cache<Gardien<UUID>, Gardee<List<EcoleDirigee>>> dirigees,
            Souvenirs souvenirs,
            Clock clock) {
        this.lecture = lecture;
        this.memoire = new MemoireDesEcoles<>(dirigees, souvenirs, clock);
        this.enseignees = enseignees;
        this.aaf = aaf;
        this.clock = clock;
    }

    @Bean
    static Cache<Gardien<UUID>, Gardee<List<EcoleDirigee>>> ecolesDirigeesGardees() {
        return Memoire.cache();
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.DIRECTEUR);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        var moi = utilisateur.personneId();
        return memoire.of(utilisateur, moi, lecture.lectureOfDirected(utilisateur), DirectionTuile::ids)
                .then(ecoles -> (ecoles.stream().anyMatch(EcoleDirigee::ailleurs)
                                ? enseignees.of(utilisateur)
                                : Lecture.known(List.<ClasseEnseignee>of()))
                        .map(elsewhere -> parts(moi, ecoles, elsewhere, aaf.freshSince(LocalDate.now(clock)))));
    }

    private static Set<UUID> ids(List<EcoleDirigee> ecoles) {
        return ecoles.stream().map(EcoleDirigee::id).collect(Collectors.toSet());
    }

    /// @param elsewhere all the classes of a head who teaches where they do not direct
    /// @param fresh since when a feed is up to date
    private static List<Partie> parts(
            UUID moi, List<EcoleDirigee> ecoles, List<ClasseEnseignee> elsewhere, LocalDate fresh) {
        List<Partie> parts = new ArrayList<>();
        parts.add(new Partie(Place.ARDOISE, 0, "annuaire/_phrase", Map.of("phrase", sentence(ecoles))));
        requests(ecoles, parts);
        for (var ecole : ecoles) {
            parts.add(toComplete(ecole, ecoles.size() > 1));
            withoutTeacher(ecole, ecoles.size() > 1, parts);
            toMend(ecole, ecoles.size() > 1, parts);
        }
        ecoles.stream()
                .filter(e -> e.staleSince(fresh))
                .findFirst()
                .ifPresent(e -> parts.add(new Partie(
                        Place.COLONNE,
                        9,
                        "annuaire/classes/_annuaire-ancien",
                        Map.of("lot", Objects.requireNonNull(e.lot())))));
        parts.add(new Partie(Place.COLONNE, 10, "annuaire/classes/_mes-ecoles", Map.of("ecoles", ecoles)));
        if (!elsewhere.isEmpty()) {
            parts.add(ClassesTuile.part(elsewhere));
        }
        if (elsewhere.stream().anyMatch(ClasseEnseignee::petits)
                || ecoles.stream().flatMap(e -> e.classes().stream()).anyMatch(c -> c.petits() && c.taughtBy(moi))) {
            parts.add(ClassesTuile.open());
        }
        var good = ecoles.stream()
                .flatMap(e -> inOrder(e, ecoles.size() > 1, fresh).stream())
                .toList();
        if (!good.isEmpty()) {
            parts.add(new Partie(Place.COTE, 50, "annuaire/classes/_en-ordre", Map.of("constats", good)));
        }
        return parts;
    }

    private static String sentence(List<EcoleDirigee> ecoles) {
        var without = ecoles.stream()
                .flatMap(e -> e.classes().stream())
                .filter(c -> c.enseignants().isEmpty())
                .count();
        var pupils = ecoles.stream().mapToInt(EcoleDirigee::eleves).sum();
        return t(
                "{0, plural, =0 {Aucun élève} one {# élève} other {# élèves}}. {1, plural, =0 {Chaque classe a son enseignant.} one {Une classe attend son enseignant.} other {# classes attendent leur enseignant.}}",
                pupils,
                without);
    }

    private static void requests(List<EcoleDirigee> ecoles, List<Partie> parts) {
        record Request(ClasseDirigee classe, Attente attente) {}
        var all = ecoles.stream()
                .flatMap(e -> e.classes().stream())
                .flatMap(c -> c.demandes().stream().map(d -> new Request(c, d)))
                .toList();
        all.stream()
                .limit(all.size() > REQUESTS ? REQUESTS - 1 : REQUESTS)
                .forEach(r -> parts.add(new Partie(
                        Place.ATTEND,
                        10,
                        "annuaire/classes/_demande",
                        Map.of("classe", r.classe(), "attente", r.attente()))));
        if (all.size() > REQUESTS) {
            parts.add(todo(
                    11,
                    "groupe",
                    t(
                            "{0, plural, one {Un autre enseignant dit quelle est sa classe} other {# autres enseignants disent quelle est leur classe}}",
                            all.size() - REQUESTS + 1),
                    "",
                    "/annuaire/classes/toutes",
                    t("Répondre")));
        }
    }

    private static void withoutTeacher(EcoleDirigee ecole, boolean several, List<Partie> parts) {
        var alone =
                ecole.classes().stream().filter(ClasseDirigee::attendQuelquun).toList();
        if (alone.isEmpty()) {
            return;
        }
        var address = alone.size() == 1
                ? "/annuaire/ecoles/" + ecole.id() + "/classes/"
                        + alone.getFirst().id() + "/enseignants"
                : "/annuaire/classes/toutes";
        var names = alone.stream().map(ClasseDirigee::libelle).collect(Collectors.joining(", "));
        parts.add(todo(
                20,
                "personne",
                t(
                        "{0, plural, one {Une classe attend son enseignant} other {# classes attendent leur enseignant}}",
                        alone.size()),
                several ? t("{0} · {1}", names, ecole.nom()) : names,
                address,
                t("Rattacher")));
    }

    /// Within reach where no feed gives the pupils; elsewhere with what is done now and then.
    private static Partie toComplete(EcoleDirigee ecole, boolean several) {
        return new Partie(
                Place.OUTIL,
                ecole.academie() ? 62 : 3,
                "socle/outil",
                Map.of(
                        "icone",
                        "telecharger",
                        "mot",
                        several ? t("Compléter l’annuaire : {0}", ecole.nom()) : t("Compléter l’annuaire"),
                        "adresse",
                        "/annuaire/ecoles/" + ecole.id() + "/complements"));
    }

    private static void toMend(EcoleDirigee ecole, boolean several, List<Partie> parts) {
        if (ecole.signalements() > 0) {
            parts.add(todo(
                    40,
                    "crayon",
                    t(
                            "{0, plural, one {Un point à corriger dans ONDE} other {# points à corriger dans ONDE}}",
                            ecole.signalements()),
                    several ? ecole.nom() : t("Ce que l’annuaire signale, fiche par fiche"),
                    "/annuaire/ecoles/" + ecole.id() + "/signalements",
                    t("Voir lesquels")));
        }
    }

    private static List<String> inOrder(EcoleDirigee ecole, boolean several, LocalDate fresh) {
        List<String> good = new ArrayList<>();
        boolean upToDate = ecole.lot() != null && !ecole.staleSince(fresh);
        if (upToDate) {
            good.add(t("Annuaire à jour du {0}", Dates.jour(Objects.requireNonNull(ecole.lot()))));
        }
        if (!ecole.classes().isEmpty()
                && ecole.classes().stream().noneMatch(c -> c.enseignants().isEmpty())) {
            good.add(t("Chaque classe a son enseignant"));
        }
        if (upToDate && ecole.signalements() == 0) {
            good.add(t("L’annuaire ne signale rien à corriger"));
        }
        return several ? good.stream().map(g -> t("{0} : {1}", ecole.nom(), g)).toList() : good;
    }

    private static Partie todo(int ordre, String icone, String titre, String precision, String adresse, String bouton) {
        return new Partie(
                Place.ATTEND,
                ordre,
                "socle/attend",
                Map.of(
                        "icone",
                        icone,
                        "titre",
                        titre,
                        "precision",
                        precision,
                        "adresse",
                        adresse,
                        "bouton",
                        bouton,
                        "second",
                        ordre > 10));
    }
}
