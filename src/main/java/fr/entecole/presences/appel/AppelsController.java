package fr.entecole.presences.appel;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Classes.Classe;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.presences.ActePresences;
import fr.entecole.presences.Appel;
import fr.entecole.presences.Choix;
import fr.entecole.presences.LectureDesClasses;
import fr.entecole.presences.LectureDesClasses.Compte;
import fr.entecole.presences.PresencesAccess;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The rolls that someone may call, and what the head wants of them.
@SousOnglet({OngletsAnnuaire.CLASSE, OngletsAnnuaire.CLASSES})
@Controller
class AppelsController {

    private final LectureDesClasses lecture;
    private final Calendriers calendriers;
    private final Choix choix;
    private final Journal journal;
    private final Clock clock;

    AppelsController(LectureDesClasses lecture, Calendriers calendriers, Choix choix, Journal journal, Clock clock) {
        this.lecture = lecture;
        this.calendriers = calendriers;
        this.choix = choix;
        this.journal = journal;
        this.clock = clock;
    }

    /// Straight to the one class.
    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL})
    @GetMapping("/presences")
    ModelAndView list(Page page, Utilisateur utilisateur) {
        var classes = lecture.of(utilisateur);
        if (classes.size() == 1) {
            var only = classes.getFirst();
            return Adresse.go("/presences/ecoles/{ecole}/classes/{classe}/appel", only.ecoleId(), only.id());
        }
        var ecoles = classes.stream().map(Classe::ecoleId).distinct().toList();
        Map<UUID, DemiJournee> demis = new HashMap<>();
        Map<UUID, Compte> comptes = new HashMap<>();
        Set<UUID> sansMatin = new HashSet<>();
        calendriers
                .of(ecoles)
                .forEach((ecole, calendrier) -> Appel.current(calendrier, clock.instant())
                        .ifPresent(demi -> {
                            var counts = lecture.counts(ecole, demi.jour());
                            demis.put(ecole, demi);
                            comptes.putAll(counts.getOrDefault(demi.moment(), Map.of()));
                            if (Appel.follows(calendrier, demi)) {
                                lacking(classes, ecole, counts.getOrDefault(Moment.MATIN, Map.of()), sansMatin);
                            }
                        }));
        return page.titled(t("Les appels"))
                .view(
                        "presences/appel/appels",
                        Map.of(
                                "classes",
                                classes,
                                "demis",
                                demis,
                                "comptes",
                                comptes,
                                "sansMatin",
                                sansMatin,
                                "dirigees",
                                utilisateur.is(Profil.DIRECTEUR)
                                        ? List.copyOf(Perimetre.of(utilisateur).ecolesDirected())
                                        : List.<UUID>of()));
    }

    /// The classes of a school whose morning nobody has called.
    private static void lacking(List<Classe> classes, UUID ecole, Map<UUID, Compte> called, Set<UUID> sansMatin) {
        classes.stream()
                .filter(c -> c.ecoleId().equals(ecole) && !called.containsKey(c.id()))
                .map(Classe::id)
                .forEach(sansMatin::add);
    }

    @Pour(Profil.DIRECTEUR)
    @GetMapping("/presences/ecoles/{ecole}/reglages")
    ModelAndView settings(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @RequestParam(defaultValue = "false") boolean fait) {
        directed(utilisateur, ecole);
        return settings(page, ecole, choix.of(ecole), fait);
    }

    /// The commune reads the names of what is counted alone.
    @Pour(Profil.DIRECTEUR)
    @PostMapping("/presences/ecoles/{ecole}/reglages")
    ModelAndView set(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @RequestParam(name = "quoi", defaultValue = "") List<String> quoi,
            @RequestParam(name = "sert", defaultValue = "") List<String> sert) {
        directed(utilisateur, ecole);
        var wanted = Arrays.stream(Choix.Quoi.values())
                .filter(q -> (Choix.Quoi.NOMS.contains(q) ? sert : quoi).contains(q.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Choix.Quoi.class)));
        if (Choix.Quoi.SERVICES.stream().anyMatch(s -> wanted.contains(s.noms()) && !wanted.contains(s))) {
            var erreurs = new Erreurs();
            erreurs.add(
                    "sert", t("Cochez-le aussi plus haut\u00a0: la commune ne lit les noms que de ce qui se compte."));
            return settings(page.with(erreurs), ecole, wanted, false);
        }
        var before = names(choix.of(ecole));
        var after = names(wanted);
        choix.set(ecole, wanted, utilisateur.personneId(), clock.instant());
        record(utilisateur, ecole, ActePresences.APPEL_REGLE);
        if (!before.containsAll(after)) {
            record(utilisateur, ecole, ActePresences.NOMS_OUVERTS);
        }
        if (!after.containsAll(before)) {
            record(utilisateur, ecole, ActePresences.NOMS_FERMES);
        }
        return Adresse.go("/presences/ecoles/{ecole}/reglages?fait=true", ecole);
    }

    private static Set<Choix.Quoi> names(Set<Choix.Quoi> choix) {
        return choix.stream().filter(Choix.Quoi.NOMS::contains).collect(Collectors.toSet());
    }

    private void record(Utilisateur utilisateur, UUID ecole, ActePresences acte) {
        journal.record(Fait.of(acte, ecole).by(utilisateur.compteId()).inEcole(ecole));
    }

    private static ModelAndView settings(Page page, UUID ecole, Set<Choix.Quoi> wanted, boolean fait) {
        return page.titled(t("Les réglages de l’appel"))
                .view("presences/appel/reglages", Map.of("ecole", ecole, "choix", wanted, "fait", fait));
    }

    private static void directed(Utilisateur utilisateur, UUID ecole) {
        if (!PresencesAccess.of(utilisateur).directs(ecole)) {
            throw new Introuvable();
        }
    }
}
