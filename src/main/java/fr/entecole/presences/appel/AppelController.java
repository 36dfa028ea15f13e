package fr.entecole.presences.appel;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.presences.Appel;
import fr.entecole.presences.Appele;
import fr.entecole.presences.Auteur;
import fr.entecole.presences.CahierDAppel;
import fr.entecole.presences.CahierDAppel.Suite;
import fr.entecole.presences.Dit;
import fr.entecole.presences.Mots;
import fr.entecole.presences.PresencesAccess;
import fr.entecole.presences.appel.PageDAppel.Ouvert;
import fr.entecole.presences.registre.ClassesDuRegistre;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The roll of a class in a half-day: shown, called, corrected, taken back.
@SousOnglet({OngletsAnnuaire.CLASSE, OngletsAnnuaire.CLASSES})
@Controller
class AppelController {

    private static final String ADRESSE =
            "/presences/ecoles/{ecole}/classes/{classe}/appel?jour={jour}&moment={moment}&fait={fait}";

    private final PageDAppel pages;
    private final CahierDAppel cahier;
    private final ClassesDuRegistre classes;
    private final Clock clock;

    AppelController(PageDAppel pages, CahierDAppel cahier, ClassesDuRegistre classes, Clock clock) {
        this.pages = pages;
        this.cahier = cahier;
        this.classes = classes;
        this.clock = clock;
    }

    /// @param jour,moment empty for the half-day that runs
    /// @param fait what was just done: `ecrit`, `inchange`, `retour`, `depasse`, `ferme`
    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL})
    @GetMapping("/presences/ecoles/{ecole}/classes/{classe}/appel")
    ModelAndView show(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @PathVariable UUID classe,
            @RequestParam(defaultValue = "") String jour,
            @RequestParam(defaultValue = "") String moment,
            @RequestParam(defaultValue = "") String fait) {
        var ouvert = pages.open(page, utilisateur, ecole, classe, jour, moment);
        return pages.view(page, utilisateur, ouvert, Saisie.of(ouvert.appel()), fait);
    }

    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL})
    @PostMapping("/presences/ecoles/{ecole}/classes/{classe}/appel")
    ModelAndView call(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @PathVariable UUID classe,
            @RequestParam Map<String, String> champs) {
        var ouvert = asked(page, utilisateur, ecole, classe, champs);
        var appel = ouvert.appel();
        var form = new AppelForm(champs);
        var erreurs = new Erreurs();
        var now = clock.instant();
        var envoi = form.envoi(now);
        var dits = form.dits(appel, erreurs, pages.cours(ouvert, envoi == null ? now : envoi.saisiLe()));
        var nombres = form.nombres(appel, erreurs);
        boolean counter =
                appel.signeeLe() != null && PresencesAccess.of(utilisateur).directs(ecole);
        if (counter && form.motif().isEmpty()) {
            erreurs.add("motif", t("Dites pourquoi le registre signé change\u00a0: il le gardera."));
        }
        Appel.opensAt(ouvert.calendrier(), appel.quoi().demi(), envoi == null ? now : envoi.saisiLe())
                .ifPresent(at -> erreurs.add("appel", AppelForm.early(at)));
        if (!erreurs.isEmpty()) {
            return pages.view(
                    page.with(erreurs), utilisateur, ouvert, new Saisie(dits, champs, form.version(), Map.of()), "");
        }
        var auteur = Auteur.of(utilisateur);
        var suite = cahier.call(appel.quoi(), form.version(), dits, counter ? form.motif() : "", auteur, envoi, now);
        if (suite == Suite.DEPASSE) {
            var found = new Ouvert(ouvert.calendrier(), pages.find(page, utilisateur, appel.quoi()));
            return conflict(page, utilisateur, found, form, dits);
        }
        if (suite == Suite.ECRIT) {
            classes.name(appel.classe());
        }
        cahier.count(appel.quoi(), nombres, auteur, now);
        return done(
                appel.quoi(),
                switch (suite) {
                    case ECRIT -> "ecrit";
                    case INCHANGE, DEPASSE -> "inchange";
                    case FERME -> "ferme";
                });
    }

    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL})
    @PostMapping("/presences/ecoles/{ecole}/classes/{classe}/appel/retour")
    ModelAndView undo(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @PathVariable UUID classe,
            @RequestParam Map<String, String> champs) {
        var quoi = asked(page, utilisateur, ecole, classe, champs).appel().quoi();
        var suite = cahier.undo(quoi, new AppelForm(champs).version(), Auteur.of(utilisateur), clock.instant());
        return done(
                quoi,
                switch (suite) {
                    case ECRIT -> "retour";
                    case INCHANGE, DEPASSE -> "depasse";
                    case FERME -> "ferme";
                });
    }

    /// What both said of the same child is put side by side; the other's holds until somebody chooses.
    private ModelAndView conflict(
            Page page, Utilisateur utilisateur, Ouvert ouvert, AppelForm form, Map<UUID, Dit> mine) {
        var feuille = ouvert.appel().feuille();
        var theirs = feuille.against(form.version(), mine);
        var saisie = Saisie.merged(feuille, form, mine);
        var erreurs = new Erreurs();
        ouvert.appel().eleves().stream()
                .filter(e -> theirs.containsKey(e.id()))
                .forEach(e -> erreurs.add(
                        "e-" + e.id(),
                        t(
                                "{0}\u00a0: {1} dit «\u00a0{2}\u00a0», vous disiez «\u00a0{3}\u00a0». Choisissez, puis validez.",
                                e.nomComplet(),
                                saisie.auteur(e.id()),
                                Mots.dit(theirs.getOrDefault(e.id(), Dit.RIEN)),
                                Mots.dit(mine.getOrDefault(e.id(), Dit.RIEN)))));
        return pages.view(
                erreurs.isEmpty() ? page : page.with(erreurs),
                utilisateur,
                ouvert,
                saisie,
                erreurs.isEmpty() ? "reuni" : "");
    }

    private Ouvert asked(Page page, Utilisateur utilisateur, UUID ecole, UUID classe, Map<String, String> champs) {
        var jour = champs.getOrDefault("jour", "");
        var ouvert = pages.open(page, utilisateur, ecole, classe, jour, champs.getOrDefault("moment", ""));
        if (jour.isEmpty() || !ouvert.hasClasse()) {
            throw new Introuvable();
        }
        return ouvert;
    }

    private static ModelAndView done(Appele quoi, String fait) {
        var demi = quoi.demi();
        return Adresse.go(ADRESSE, quoi.ecole(), quoi.classe(), demi.jour(), demi.moment(), fait);
    }
}
