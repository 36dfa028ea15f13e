package fr.entecole.presences.assiduite;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.presences.Auteur;
import fr.entecole.presences.Excuse.Mode;
import fr.entecole.presences.Legitimite.Sens;
import fr.entecole.presences.Motif;
import fr.entecole.presences.Plage;
import fr.entecole.presences.familles.Excuses;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Why a child was missing: what the school was told, by whom it was told, and what the head decides of it.
@SousOnglet({OngletsAnnuaire.CLASSES, OngletsAnnuaire.CLASSE})
@Controller
class RaisonsController {

    private static final int LONGEST = 300;

    private final Suivis suivis;
    private final Excuses excuses;
    private final PageDeLAssiduite pages;
    private final Clock clock;

    RaisonsController(Suivis suivis, Excuses excuses, PageDeLAssiduite pages, Clock clock) {
        this.suivis = suivis;
        this.excuses = excuses;
        this.pages = pages;
        this.clock = clock;
    }

    /// What the school was told of an absence, by whom it was told.
    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @PostMapping("/presences/ecoles/{ecole}/eleves/{eleve}/raison")
    ModelAndView write(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @PathVariable UUID eleve,
            @RequestParam Map<String, String> champs) {
        PageDeLAssiduite.reads(utilisateur, ecole, eleve);
        var demi = missed(ecole, eleve, champs);
        var motif = Motif.of(champs.getOrDefault("motif", ""));
        var mode = Arrays.stream(Mode.values())
                .filter(m -> m != Mode.ENT && m.name().equals(champs.get("mode")))
                .findFirst();
        if (motif.isEmpty() || mode.isEmpty()) {
            return pages.view(
                    page.with(Erreurs.of(
                            PageDeLAssiduite.champ("motif", demi),
                            t("Choisissez la raison, et comment vous l’avez apprise."))),
                    utilisateur,
                    ecole,
                    eleve,
                    demi.jour().withDayOfMonth(1),
                    champs);
        }
        excuses.say(
                ecole,
                eleve,
                null,
                utilisateur.personneId(),
                mode.get(),
                motif.get(),
                "",
                Plage.of(demi),
                clock.instant());
        return PageDeLAssiduite.done(ecole, eleve, demi.jour());
    }

    @Pour(Profil.DIRECTEUR)
    @PostMapping("/presences/ecoles/{ecole}/eleves/{eleve}/decision")
    ModelAndView decide(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @PathVariable UUID eleve,
            @RequestParam Map<String, String> champs) {
        PageDeLAssiduite.directs(utilisateur, ecole);
        var demi = missed(ecole, eleve, champs);
        var sens = Arrays.stream(Sens.values())
                .filter(s -> s.name().equals(champs.get("sens")))
                .findFirst();
        var why = champs.getOrDefault("motivation", "").strip();
        if (sens.isEmpty() || why.isEmpty() || why.length() > LONGEST) {
            return pages.view(
                    page.with(Erreurs.of(
                            PageDeLAssiduite.champ("motivation", demi),
                            t("Choisissez, et dites pourquoi en trois cents signes au plus."))),
                    utilisateur,
                    ecole,
                    eleve,
                    demi.jour().withDayOfMonth(1),
                    champs);
        }
        suivis.decide(ecole, eleve, demi, sens.get(), why, Auteur.of(utilisateur), clock.instant());
        return PageDeLAssiduite.done(ecole, eleve, demi.jour());
    }

    private DemiJournee missed(UUID ecole, UUID eleve, Map<String, String> champs) {
        var day = Dates.typed(champs.getOrDefault("jour", "")).orElseThrow(Introuvable::new);
        var half = Arrays.stream(Moment.values())
                .filter(m -> m.name().equals(champs.get("moment")))
                .findFirst()
                .orElseThrow(Introuvable::new);
        if (!suivis.missed(ecole, eleve, day, half)) {
            throw new Introuvable();
        }
        return new DemiJournee(day, half);
    }
}
