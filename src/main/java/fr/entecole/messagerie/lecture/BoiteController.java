package fr.entecole.messagerie.lecture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.messagerie.Acces;
import fr.entecole.messagerie.Boite;
import fr.entecole.messagerie.Boite.Vue;
import fr.entecole.messagerie.Cle;
import fr.entecole.messagerie.LigneDeBoite;
import fr.entecole.messagerie.ReglagesMessagerie;
import fr.entecole.messagerie.contenu.MessagesTrouves;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.HorsEnvoi;
import fr.entecole.socle.web.Introuvable;
import fr.entecole.socle.web.Tranche;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A person's box, and what is found in it by its words. What is typed to search never stands in an address.
@HorsEnvoi
@Pour({Profil.ELEVE, Profil.PARENT, Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL})
@Controller
class BoiteController {

    private final Boite boite;
    private final MessagesTrouves trouves;
    private final ReglagesMessagerie reglages;

    BoiteController(Boite boite, MessagesTrouves trouves, ReglagesMessagerie reglages) {
        this.boite = boite;
        this.trouves = trouves;
        this.reglages = reglages;
    }

    @GetMapping("/messagerie")
    ModelAndView show(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String vue,
            @RequestParam(required = false) @Nullable UUID dossier,
            @RequestParam(defaultValue = "") String apres,
            @RequestParam(defaultValue = "") String fait) {
        open(utilisateur);
        var what = Vue.of(vue);
        var after = Cle.parse(apres).orElse(null);
        var read = boite.read(utilisateur, what, what == Vue.CLASSES ? dossier : null, after, Boite.SHOWN + 1);
        Map<String, Object> model = new HashMap<>();
        model.put("boite", read);
        model.put("lignes", Tranche.read(Boite.SHOWN, _ -> read.lignes(), LigneDeBoite::cle));
        model.put("vue", what);
        model.put("dossier", read.dossier(dossier).map(d -> d.id().toString()).orElse(""));
        model.put("premiere", after == null);
        model.put("relit", utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR));
        model.put("fait", fait);
        model.put("mois", (int) reglages.conservation().toTotalMonths());
        model.put("tu", utilisateur.is(Profil.ELEVE));
        return page.titled(t("Messages")).view("messagerie/lecture/boite", model);
    }

    @GetMapping("/messagerie/recherche")
    ModelAndView search(Page page, Utilisateur utilisateur) {
        return search(page, utilisateur, "");
    }

    @PostMapping("/messagerie/recherche")
    ModelAndView search(Page page, Utilisateur utilisateur, @RequestParam(defaultValue = "") String q) {
        open(utilisateur);
        var typed = q.strip();
        var words = typed.length() > 100 ? typed.substring(0, 100) : typed;
        var found = trouves.search(utilisateur, words);
        return page.titled(t("Chercher dans les messages"))
                .view(
                        "messagerie/lecture/recherche",
                        Map.of(
                                "saisie",
                                words,
                                "trouves",
                                found.stream().limit(MessagesTrouves.MOST).toList(),
                                "autres",
                                found.size() > MessagesTrouves.MOST,
                                "tu",
                                utilisateur.is(Profil.ELEVE)));
    }

    private static void open(Utilisateur utilisateur) {
        if (!Acces.of(utilisateur).hasBox()) {
            throw new Introuvable();
        }
    }
}
