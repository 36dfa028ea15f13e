package fr.entecole.messagerie.reglages;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.messagerie.Langues;
import fr.entecole.messagerie.reglages.MesReglages.Mien;
import fr.entecole.messagerie.reglages.MesReglages.Partie;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.HorsEnvoi;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Option;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One's own settings of the box.
@HorsEnvoi
@Pour({Profil.PARENT, Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL})
@Controller
class MesReglagesController {

    private static final int LONGEST = 200;
    private static final int LONGEST_ABSENCE = 300;
    private static final int MOST_DAYS = 366;

    private final MesReglages reglages;

    MesReglagesController(MesReglages reglages) {
        this.reglages = reglages;
    }

    @GetMapping("/messagerie/reglages")
    ModelAndView show(Page page, Utilisateur utilisateur, @RequestParam(defaultValue = "") String fait) {
        var mien = reglages.of(utilisateur);
        return show(page, utilisateur, mien, typed(mien.absence().orElse(null)), fait);
    }

    @PostMapping("/messagerie/reglages")
    ModelAndView choose(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String signature,
            @RequestParam(defaultValue = "") String langue,
            @RequestParam(defaultValue = "false") boolean visible) {
        var typed = signature.strip().replace("\r\n", "\n");
        var code = Langues.CODES.contains(langue) ? langue : "";
        if (typed.length() > LONGEST) {
            var erreurs =
                    Erreurs.of("signature", t("Raccourcissez la signature\u00a0: {0} caractères au plus.", LONGEST));
            var away = reglages.of(utilisateur).absence();
            return show(
                    page.with(erreurs),
                    utilisateur,
                    new Mien(signature, code, visible, away),
                    typed(away.orElse(null)),
                    "");
        }
        reglages.choose(utilisateur, typed, code, visible && utilisateur.is(Profil.PARENT));
        return Adresse.go("/messagerie/reglages?fait=garde");
    }

    @PostMapping("/messagerie/reglages/absence")
    ModelAndView leave(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String du,
            @RequestParam(defaultValue = "") String au,
            @RequestParam(defaultValue = "") String texte,
            @RequestParam(defaultValue = "") String geste) {
        if (geste.equals("revenir")) {
            reglages.comeBack(utilisateur);
            return Adresse.go("/messagerie/reglages?fait=revenu");
        }
        var erreurs = new Erreurs();
        var first = Dates.typed(du).orElse(null);
        var last = Dates.typed(au).orElse(null);
        var words = texte.strip().replace("\r\n", "\n");
        if (first == null) {
            erreurs.add("du", t("Choisissez le premier jour."));
        }
        if (last == null) {
            erreurs.add("au", t("Choisissez le dernier jour."));
        } else if (last.isBefore(page.aujourdhui())) {
            erreurs.add("au", t("Ce jour est passé\u00a0: choisissez-en un autre."));
        } else if (first != null && last.isBefore(first)) {
            erreurs.add("au", t("Le dernier jour vient avant le premier."));
        } else if (first != null && last.isAfter(first.plusDays(MOST_DAYS))) {
            erreurs.add("au", t("Choisissez un jour dans l’année qui vient."));
        }
        if (words.length() > LONGEST_ABSENCE) {
            erreurs.add("texte", t("Raccourcissez ce mot\u00a0: {0} caractères au plus.", LONGEST_ABSENCE));
        }
        if (first == null || last == null || !erreurs.isEmpty()) {
            return show(page.with(erreurs), utilisateur, reglages.of(utilisateur), new Saisie(du, au, texte), "");
        }
        reglages.leave(utilisateur, first, last, words);
        return Adresse.go("/messagerie/reglages?fait=absent");
    }

    private static Saisie typed(@Nullable Partie absence) {
        return absence == null
                ? new Saisie("", "", "")
                : new Saisie(absence.du().toString(), absence.au().toString(), absence.texte());
    }

    private static ModelAndView show(Page page, Utilisateur utilisateur, Mien mien, Saisie saisie, String fait) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("mien", mien);
        model.put("absence", mien.absence().orElse(null));
        model.put("saisie", saisie);
        model.put("parent", utilisateur.is(Profil.PARENT));
        model.put("langues", Option.all(Langues.CODES, code -> code, Langues::words));
        model.put("fait", fait);
        return page.titled(t("Mes réglages de messagerie")).view("messagerie/reglages/miens", model);
    }

    /// What is typed of days away.
    record Saisie(String du, String au, String texte) {}
}
