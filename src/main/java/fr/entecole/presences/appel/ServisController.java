package fr.entecole.presences.appel;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.presences.Appel;
import fr.entecole.presences.Auteur;
import fr.entecole.presences.Choix;
import fr.entecole.presences.Choix.Quoi;
import fr.entecole.presences.appel.PageDAppel.Ouvert;
import fr.entecole.presences.services.Servis;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Who of a class eats, stays or studies, where the commune serves. Whoever the roll says is absent is left out.
@Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL})
@SousOnglet({OngletsAnnuaire.CLASSE, OngletsAnnuaire.CLASSES})
@Controller
class ServisController {

    private final PageDAppel pages;
    private final Servis servis;
    private final Clock clock;

    ServisController(PageDAppel pages, Servis servis, Clock clock) {
        this.pages = pages;
        this.servis = servis;
        this.clock = clock;
    }

    /// @param jour empty for today
    @GetMapping("/presences/ecoles/{ecole}/classes/{classe}/services/{service}")
    ModelAndView show(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @PathVariable UUID classe,
            @PathVariable String service,
            @RequestParam(defaultValue = "") String jour,
            @RequestParam(defaultValue = "false") boolean fait) {
        var quoi = service(service);
        var appel = asked(page, utilisateur, ecole, classe, quoi, jour);
        return page.titled(quoi.question())
                .view(
                        "presences/appel/servis",
                        Map.of(
                                "appel",
                                appel,
                                "service",
                                quoi,
                                "la",
                                there(appel),
                                "coches",
                                servis.proposed(appel.quoi(), quoi),
                                "fait",
                                fait));
    }

    /// Nothing is written where one of them is not of the class.
    @PostMapping("/presences/ecoles/{ecole}/classes/{classe}/services/{service}")
    ModelAndView say(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @PathVariable UUID classe,
            @PathVariable String service,
            @RequestParam(defaultValue = "") String jour,
            @RequestParam(name = "eleve", defaultValue = "") List<UUID> eleves) {
        var quoi = service(service);
        var appel = asked(page, utilisateur, ecole, classe, quoi, jour);
        if (!appel.eleves().stream()
                .map(Appel.Eleve::id)
                .collect(Collectors.toSet())
                .containsAll(eleves)) {
            throw new Introuvable();
        }
        var said = new HashSet<>(eleves);
        said.retainAll(there(appel).stream().map(Appel.Eleve::id).toList());
        servis.say(appel.quoi(), quoi, said, Auteur.of(utilisateur), clock.instant());
        return Adresse.go(
                "/presences/ecoles/{ecole}/classes/{classe}/services/{service}?jour={jour}&fait=true",
                ecole,
                classe,
                quoi,
                appel.quoi().demi().jour());
    }

    private static List<Appel.Eleve> there(Appel appel) {
        var dits = appel.proposed();
        return appel.eleves().stream()
                .filter(e -> dits.containsKey(e.id()) && dits.get(e.id()).etat().la())
                .toList();
    }

    private static Quoi service(String typed) {
        return Quoi.SERVICES.stream()
                .filter(q -> q.name().equals(typed))
                .findFirst()
                .orElseThrow(Introuvable::new);
    }

    private Appel asked(Page page, Utilisateur utilisateur, UUID ecole, UUID classe, Quoi quoi, String jour) {
        var ouvert = open(page, utilisateur, ecole, classe, quoi, jour);
        var appel = ouvert.appel();
        boolean kept = appel.quoi().demi().jour().plusDays(Choix.JOURS_DES_NOMS).isAfter(page.aujourdhui());
        if (!ouvert.hasClasse() || !kept || !appel.isRead(quoi)) {
            throw new Introuvable();
        }
        return appel;
    }

    /// The half-day by which it goes: for a meal the morning, for the rest the one that runs, or the last of that day.
    private Ouvert open(Page page, Utilisateur utilisateur, UUID ecole, UUID classe, Quoi quoi, String jour) {
        var today = page.aujourdhui().toString();
        if (quoi != Quoi.CANTINE && (jour.isEmpty() || jour.equals(today))) {
            return pages.open(page, utilisateur, ecole, classe, "", "");
        }
        var day = jour.isEmpty() ? today : jour;
        var first = quoi == Quoi.CANTINE ? Moment.MATIN : Moment.APRES_MIDI;
        var ouvert = pages.open(page, utilisateur, ecole, classe, day, first.name());
        var other = first == Moment.MATIN ? Moment.APRES_MIDI : Moment.MATIN;
        return ouvert.hasClasse() ? ouvert : pages.open(page, utilisateur, ecole, classe, day, other.name());
    }
}
