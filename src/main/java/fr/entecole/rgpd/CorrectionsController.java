package fr.entecole.rgpd;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.rgpd.Correction.Reponse;
import fr.entecole.rgpd.Fiche.Ligne;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Region;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// « C’est faux »: said by whoever reads a line about themselves or their child, answered by the head of the school.
@Controller
@RequestMapping("/mes-donnees/corrections")
class CorrectionsController {

    private static final int LONGEST = 300;

    private final MesDonnees donnees;
    private final Corrections corrections;
    private final LectureDesCorrections lecture;
    private final Region region;

    CorrectionsController(MesDonnees donnees, Corrections corrections, LectureDesCorrections lecture, Region region) {
        this.donnees = donnees;
        this.corrections = corrections;
        this.lecture = lecture;
        this.region = region;
    }

    @Pour
    @GetMapping("/nouvelle")
    ModelAndView form(
            Page page,
            Utilisateur utilisateur,
            @RequestParam UUID personne,
            @RequestParam String ligne,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (utilisateur.is(Profil.ELEVE)) {
            throw new Introuvable();
        }
        var line = donnees.line(utilisateur, personne, ligne).orElseThrow(Introuvable::new);
        return form(page, utilisateur, line, null);
    }

    /// @param typed null where nothing is yet: what was said before is then there to be said better
    private ModelAndView form(Page page, Utilisateur utilisateur, Ligne line, @Nullable String typed) {
        var before = corrections.waiting(utilisateur, line);
        return page.titled(t("C’est faux : {0}", line.titre()))
                .view(
                        "rgpd/correction",
                        Map.of(
                                "ligne",
                                line,
                                "ecoles",
                                lecture.ecolesFor(utilisateur, line.personne()),
                                "juste",
                                typed == null ? before.map(Correction::juste).orElse("") : typed,
                                "dite",
                                before.map(one -> Dates.words(one.demandeeLe())).orElse(""),
                                "enfant",
                                utilisateur.is(Profil.PARENT),
                                "region",
                                region));
    }

    @Pour({Profil.PARENT, Profil.ENSEIGNANT, Profil.PERSONNEL})
    @PostMapping
    ModelAndView ask(
            Page page,
            Utilisateur utilisateur,
            @RequestParam UUID personne,
            @RequestParam String ligne,
            @RequestParam UUID ecole,
            @RequestParam(defaultValue = "") String juste) {
        var said = donnees.line(utilisateur, personne, ligne);
        if (said.isEmpty() || !lecture.ecolesFor(utilisateur, personne).containsKey(ecole)) {
            return lost(page, juste);
        }
        var line = said.get();
        if (juste.strip().length() > LONGEST) {
            var errors = Erreurs.of("juste", t("{0} caractères au plus.", LONGEST));
            return form(page.with(errors), utilisateur, line, juste);
        }
        if (!corrections.ask(utilisateur, line, ecole, juste.strip())) {
            var errors = Erreurs.of(
                    "juste",
                    t("Trop de demandes attendent déjà une réponse ({0}) : attendez-en une.", Corrections.OPEN));
            return form(page.with(errors), utilisateur, line, juste);
        }
        return Adresse.go("/mes-donnees?dite=true#demandes");
    }

    /// A line that is not theirs to say, any more or ever: it says the same of both, and gives the words back.
    private ModelAndView lost(Page page, String juste) {
        if (juste.isBlank()) {
            throw new Introuvable();
        }
        var refused =
                Erreurs.of("juste", t("L’ENT ne peut pas envoyer cette demande à l’école. Rien n’est enregistré."));
        return page.with(refused)
                .titled(t("Votre demande n’est pas partie"))
                .view("rgpd/correction-perdue", Map.of("juste", juste.strip(), "region", region));
    }

    @Pour({Profil.PARENT, Profil.ENSEIGNANT, Profil.PERSONNEL})
    @PostMapping("/{id}/lecture")
    ModelAndView read(@PathVariable UUID id, Utilisateur utilisateur) {
        if (!corrections.read(id, utilisateur)) {
            throw new Introuvable();
        }
        return Adresse.go("/mes-donnees");
    }

    @Pour(Profil.DIRECTEUR)
    @GetMapping
    ModelAndView waiting(Page page, Utilisateur utilisateur, @RequestParam(defaultValue = "false") boolean faite) {
        return list(page, utilisateur, faite, null, "");
    }

    @Pour(Profil.DIRECTEUR)
    @PostMapping("/{id}/reponse")
    ModelAndView answer(
            @PathVariable UUID id,
            @RequestParam Reponse reponse,
            @RequestParam(defaultValue = "") String mot,
            Page page,
            Utilisateur utilisateur) {
        var said = mot.strip();
        if (said.length() > LONGEST || said.isEmpty() && reponse == Reponse.JUSTE) {
            var phrase = said.isEmpty()
                    ? t("Dites en un mot pourquoi c’est juste : la personne a droit à une raison.")
                    : t("{0} caractères au plus.", LONGEST);
            return list(page.with(Erreurs.of("mot-" + id, phrase)), utilisateur, false, id, mot);
        }
        if (!corrections.answer(id, Perimetre.of(utilisateur).ecolesDirected(), reponse, said, utilisateur)) {
            throw new Introuvable();
        }
        return Adresse.go("/mes-donnees/corrections?faite=true");
    }

    private ModelAndView list(Page page, Utilisateur head, boolean faite, @Nullable UUID erred, String mot) {
        var waiting = corrections.waitingIn(Perimetre.of(head).ecolesDirected());
        if (erred != null && waiting.stream().noneMatch(one -> one.id().equals(erred))) {
            throw new Introuvable();
        }
        return page.titled(t("Ce que l’on dit être faux"))
                .view(
                        "rgpd/corrections",
                        Map.of(
                                "demandes",
                                lecture.seen(waiting),
                                "faite",
                                faite,
                                "erreur",
                                erred == null ? "" : erred.toString(),
                                "mot",
                                mot));
    }
}
