package fr.entecole.rgpd.droits;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.rgpd.Droit;
import fr.entecole.rgpd.GenreDeReserve;
import fr.entecole.rgpd.droits.Directives.Sort;
import fr.entecole.socle.Page;
import fr.entecole.socle.Region;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.PourAdultes;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One's own rights: what was asked and what became of it, one more, and what is wanted after one's death.
@PourAdultes
@Controller
class MesDroitsController {

    static final int LONGEST = 2000;

    private static final String PAGE = "/mes-donnees/droits";
    private static final int CONTACT = 300;

    private final DroitsExerces droits;
    private final Directives directives;
    private final ReservesTenues reserves;
    private final Region region;

    MesDroitsController(DroitsExerces droits, Directives directives, ReservesTenues reserves, Region region) {
        this.reserves = reserves;
        this.droits = droits;
        this.directives = directives;
        this.region = region;
    }

    /// @param fait what was just done: `demande`, `directive`, `reprise`, `comptage`
    @GetMapping(PAGE)
    ModelAndView show(Page page, Utilisateur utilisateur, @RequestParam(defaultValue = "") String fait) {
        return show(page, utilisateur, fait, Map.of());
    }

    private ModelAndView show(Page page, Utilisateur utilisateur, String fait, Map<String, String> typed) {
        UUID moi = utilisateur.personneId();
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("demandes", droits.askedBy(utilisateur.personnes()));
        model.put("directive", directives.of(moi).orElse(null));
        var held = reserves.of(utilisateur.personnes());
        model.put("pasCompte", PagesDesDroits.of(GenreDeReserve.COMPTAGE, held));
        model.put(
                "decidees",
                held.stream()
                        .filter(one -> one.genre() != GenreDeReserve.COMPTAGE)
                        .toList());
        model.put("fait", fait);
        model.put("saisie", typed);
        model.put("region", region);
        return page.titled(t("Mes droits")).view("rgpd/droits/miens", model);
    }

    @PostMapping(PAGE)
    ModelAndView ask(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String droit,
            @RequestParam(defaultValue = "") String texte) {
        var which = Droit.typed(droit);
        var words = texte.strip();
        var erreurs = new Erreurs();
        if (which.isEmpty()) {
            erreurs.add("droit", t("Choisissez ce que vous demandez."));
        }
        if (words.isEmpty() || words.length() > LONGEST) {
            erreurs.add("texte", t("Dites ce que vous demandez, en {0, number} caractères au plus.", LONGEST));
        }
        if (erreurs.isEmpty() && !droits.ask(utilisateur, which.orElseThrow(), words)) {
            erreurs.add(
                    "texte",
                    t("Trop de demandes attendent déjà une réponse ({0}) : attendez-en une.", DroitsExerces.OPEN));
        }
        return erreurs.isEmpty()
                ? Adresse.go(PAGE + "?fait=demande")
                : show(page.with(erreurs), utilisateur, "", Map.of("droit", droit, "texte", words));
    }

    /// A right that needs no reason where it is about a count: it holds at once.
    @PostMapping("/mes-donnees/comptage")
    ModelAndView count(Utilisateur utilisateur, @RequestParam(defaultValue = "false") boolean compter) {
        if (compter) {
            reserves.end(GenreDeReserve.COMPTAGE, utilisateur.personnes(), utilisateur);
        } else {
            reserves.set(GenreDeReserve.COMPTAGE, utilisateur.personnes(), utilisateur);
        }
        return Adresse.go(PAGE + "?fait=comptage");
    }

    @PostMapping("/mes-donnees/directive")
    ModelAndView say(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String contact) {
        var which = Arrays.stream(Sort.values())
                .filter(one -> one.name().equals(sort))
                .findFirst();
        var whom = contact.strip();
        var erreurs = new Erreurs();
        if (which.isEmpty()) {
            erreurs.add("sort", t("Choisissez ce que deviendront vos données."));
        } else if (whom.length() > CONTACT || which.get() == Sort.REMETTRE && whom.isEmpty()) {
            erreurs.add(
                    "contact",
                    t("Dites à qui, et comment joindre cette personne, en {0} caractères au plus.", CONTACT));
        }
        if (!erreurs.isEmpty()) {
            return show(page.with(erreurs), utilisateur, "", Map.of("sort", sort, "contact", whom));
        }
        directives.say(utilisateur, which.orElseThrow(), which.orElseThrow() == Sort.REMETTRE ? whom : "");
        return Adresse.go(PAGE + "?fait=directive");
    }

    @PostMapping("/mes-donnees/directive/fin")
    ModelAndView takeBack(Utilisateur utilisateur) {
        directives.end(utilisateur);
        return Adresse.go(PAGE + "?fait=reprise");
    }
}
