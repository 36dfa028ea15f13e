package fr.entecole.comptes.charte;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Petits;
import fr.entecole.annuaire.Petits.Enfant;
import fr.entecole.comptes.charte.Accords.Reponse;
import fr.entecole.socle.AvantLaCharte;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The charter of who is signed in: to answer when it is due, to read again afterwards, and for a guardian what is read
/// to the young children.
@AvantLaCharte
@Pour
@Controller
class CharteController {

    private final Chartes chartes;
    private final Accords accords;
    private final Petits petits;

    CharteController(Chartes chartes, Accords accords, Petits petits) {
        this.chartes = chartes;
        this.accords = accords;
        this.petits = petits;
    }

    @GetMapping("/charte")
    ModelAndView show(Page page, Utilisateur utilisateur, HttpServletRequest request) {
        return view(page, utilisateur, request);
    }

    @PostMapping("/charte")
    ModelAndView accept(
            Page page,
            Utilisateur utilisateur,
            HttpServletRequest request,
            @RequestParam @Nullable UUID charte,
            @RequestParam @Nullable String accepte,
            @RequestParam(defaultValue = "") List<UUID> enfants) {
        var texte = Texte.of(utilisateur);
        var shown = shown(page, charte, texte);
        boolean wanted = texte.heard() || accepte != null;
        if ((shown != null && !wanted) || (shown == null && enfants.isEmpty())) {
            var erreurs = Erreurs.of("accepte", t("Cochez la case si vous acceptez la charte."));
            return view(page.with(erreurs), utilisateur, request);
        }
        if (shown != null) {
            var reponse = texte.heard() ? Reponse.ENTENDUE : Reponse.ACCEPTEE;
            accords.answer(utilisateur.compteId(), shown.id(), reponse);
            CharteDeSession.answered(request.getSession(), texte);
        }
        answerForChildren(utilisateur, enfants);
        return Adresse.go(CharteDeSession.take(request.getSession()));
    }

    /// Whoever refuses keeps the open pages, help, their own data and sign-out.
    @PostMapping("/charte/refus")
    ModelAndView refuse(Page page, Utilisateur utilisateur, @RequestParam @Nullable UUID charte) {
        var shown = shown(page, charte, Texte.of(utilisateur));
        if (shown != null && !shown.texte().heard()) {
            accords.answer(utilisateur.compteId(), shown.id(), Reponse.REFUSEE);
        }
        return Adresse.go("/charte");
    }

    private void answerForChildren(Utilisateur utilisateur, List<UUID> enfants) {
        if (enfants.isEmpty() || !utilisateur.is(Profil.PARENT)) {
            return;
        }
        var lue = chartes.enVigueur(Texte.ELEVE_CYCLE_1_2);
        var done = accords.answeredFor(utilisateur.compteId(), lue.id());
        accords.answerFor(
                utilisateur.compteId(),
                lue.id(),
                petits.ofResponsables(utilisateur.personnes()).stream()
                        .map(Enfant::id)
                        .filter(id -> enfants.contains(id) && !done.contains(id))
                        .toList());
    }

    /// What was on the screen is what was answered, even when a newer version came meanwhile.
    private @Nullable Charte shown(Page page, @Nullable UUID id, Texte texte) {
        return id == null
                ? null
                : chartes.byId(id)
                        .filter(c -> c.texte() == texte && !c.effetLe().isAfter(page.aujourdhui()))
                        .orElse(null);
    }

    private ModelAndView view(Page page, Utilisateur utilisateur, HttpServletRequest request) {
        var texte = Texte.of(utilisateur);
        var session = request.getSession(false);
        var last = accords.last(utilisateur.compteId(), texte).orElse(null);
        boolean due = CharteDeSession.isDue(session, utilisateur) || last == null || last.reponse() == Reponse.REFUSEE;
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("charte", due || last == null ? chartes.enVigueur(texte) : last.charte());
        model.put("due", due);
        model.put("accord", last);
        model.put("suite", CharteDeSession.suite(session));
        model.put("enfants", List.of());
        model.put("lue", null);
        if (utilisateur.is(Profil.PARENT)) {
            children(utilisateur, model);
        }
        return page.titled(t("Charte")).view(texte.heard() ? "comptes/charte/ecoute" : "comptes/charte/charte", model);
    }

    private void children(Utilisateur utilisateur, Map<String, @Nullable Object> model) {
        var all = petits.ofResponsables(utilisateur.personnes());
        if (!all.isEmpty()) {
            var lue = chartes.enVigueur(Texte.ELEVE_CYCLE_1_2);
            var done = accords.answeredFor(utilisateur.compteId(), lue.id());
            model.put("lue", lue);
            model.put(
                    "enfants", all.stream().filter(e -> !done.contains(e.id())).toList());
        }
    }
}
