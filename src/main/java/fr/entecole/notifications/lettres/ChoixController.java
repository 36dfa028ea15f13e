package fr.entecole.notifications.lettres;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.notifications.Cadence;
import fr.entecole.notifications.Sortes;
import fr.entecole.notifications.lettres.Adresses.AdresseDuCompte;
import fr.entecole.notifications.lettres.Preferences.Choix;
import fr.entecole.notifications.lettres.ReglagesDeVoie.Part;
import fr.entecole.socle.Gabarits;
import fr.entecole.socle.Page;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.PourAdultes;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import gg.jte.Content;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// How news reaches an adult beside the bell.
@Controller
@RequestMapping("/notifications/reglages")
@PourAdultes
class ChoixController {

    static final int EARLIEST = 6;
    static final int LATEST = 21;

    private final Adresses adresses;
    private final Preferences preferences;
    private final Resumes resumes;
    private final Sortes sortes;
    private final List<ReglagesDeVoie> voies;
    private final Gabarits gabarits;

    ChoixController(
            Adresses adresses,
            Preferences preferences,
            Resumes resumes,
            Sortes sortes,
            ObjectProvider<ReglagesDeVoie> voies,
            Gabarits gabarits) {
        this.adresses = adresses;
        this.preferences = preferences;
        this.resumes = resumes;
        this.sortes = sortes;
        this.voies = voies.orderedStream().toList();
        this.gabarits = gabarits;
    }

    @GetMapping
    ModelAndView show(Page page, Utilisateur utilisateur, @RequestParam(defaultValue = "") String fait) {
        return show(page, utilisateur, fait, new AdresseForm(""));
    }

    @PostMapping
    ModelAndView say(Utilisateur utilisateur, @RequestParam Map<String, String> champs) {
        var choix = sortes.of(utilisateur.profil()).stream()
                .map(sorte -> new Choix(
                        sorte.code(),
                        cadence(champs.getOrDefault(sorte.code(), ""), sorte.cadence()),
                        !voies.isEmpty() && champs.containsKey(sorte.code() + "-appareils")))
                .toList();
        preferences.say(utilisateur, choix, heure(champs.getOrDefault("heure", "")));
        return Adresse.go("/notifications/reglages?fait=choix");
    }

    @PostMapping("/adresse")
    ModelAndView ask(Page page, Utilisateur utilisateur, @ModelAttribute AdresseForm form) {
        var erreurs = form.erreurs();
        if (erreurs.isEmpty() && !adresses.ask(utilisateur, form.courriel())) {
            erreurs = Erreurs.of("courriel", t("Trop d’essais aujourd’hui : recommencez demain."));
        }
        return erreurs.isEmpty()
                ? Adresse.go("/notifications/reglages?fait=adresse")
                : show(page.with(erreurs), utilisateur, "", form);
    }

    @PostMapping("/adresse/retrait")
    ModelAndView remove(Utilisateur utilisateur) {
        adresses.remove(utilisateur.compteId());
        return Adresse.go("/notifications/reglages?fait=retrait");
    }

    private ModelAndView show(Page page, Utilisateur utilisateur, String fait, AdresseForm form) {
        var compte = utilisateur.compteId();
        var known = adresses.of(compte);
        var parts = voies.stream().map(voie -> voie.of(compte)).toList();
        Map<String, Object> model = new HashMap<>(Map.of(
                "adresses",
                known,
                "choix",
                preferences.of(compte, sortes.of(utilisateur.profil())),
                "heure",
                resumes.heure(compte),
                "sortes",
                sortes,
                "fait",
                fait,
                "form",
                form));
        model.put("appareils", parts.stream().map(part -> part(page, part)).toList());
        model.put("parent", utilisateur.is(Profil.PARENT));
        model.put(
                "sansVoie",
                known.stream().noneMatch(AdresseDuCompte::verifiee)
                        && parts.stream().noneMatch(Part::sert));
        return page.titled(t("Être prévenu autrement")).view("notifications/lettres/reglages", model);
    }

    private Content part(Page page, Part part) {
        Map<String, Object> parametres = new HashMap<>(part.parametres());
        parametres.put("page", page);
        return gabarits.part(part.gabarit(), parametres);
    }

    private static Cadence cadence(String word, Cadence otherwise) {
        for (var cadence : Cadence.values()) {
            if (cadence.name().equals(word)) {
                return cadence;
            }
        }
        return otherwise;
    }

    private static int heure(String word) {
        int typed = word.matches("\\d{1,2}") ? Integer.parseInt(word) : Resumes.HEURE;
        return Math.clamp(typed, EARLIEST, LATEST);
    }
}
