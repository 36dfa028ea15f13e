package fr.entecole.annuaire.ecoles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.ecoles.LectureDesEcoles.Recherche;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Confirmee;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Opens and closes schools in two steps: what would change is shown first, for one school or a thousand; then all of
/// it is done, or nothing. What is already so stays so.
@Pour(Profil.ADMINISTRATEUR)
@Controller
class OuverturesController {

    private static final int LONGEST = 300;

    private final ChoixDEcoles choix;
    private final Ouvertures ouvertures;

    OuverturesController(ChoixDEcoles choix, Ouvertures ouvertures) {
        this.choix = choix;
        this.ouvertures = ouvertures;
    }

    /// @param geste `ouvrir` or `fermer`
    /// @param ecole ticked one by one
    /// @param toutes all those of the search
    /// @param codes UAI, as pasted
    @PostMapping("/annuaire/ecoles/apercu")
    ModelAndView preview(
            Page page,
            @RequestParam(defaultValue = "") String geste,
            @RequestParam(defaultValue = "") List<UUID> ecole,
            @RequestParam(defaultValue = "false") boolean toutes,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String etat,
            @RequestParam(defaultValue = "") String codes) {
        var recherche = toutes ? new Recherche(q.strip(), etat) : null;
        return preview(page, Geste.of(geste), choix.of(ecole, recherche, codes), q, etat, toutes, codes, "");
    }

    /// @param attendu how many schools the preview said it would change: if that is no longer so, it is shown again
    @Confirmee
    @PostMapping("/annuaire/ecoles/ouvertures")
    ModelAndView apply(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String geste,
            @RequestParam(defaultValue = "") List<UUID> ecole,
            @RequestParam(defaultValue = "false") boolean toutes,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String etat,
            @RequestParam(defaultValue = "") String codes,
            @RequestParam(defaultValue = "-1") int attendu,
            @RequestParam(defaultValue = "") String motif) {
        var act = Geste.of(geste);
        var found = choix.of(ecole, toutes ? new Recherche(q.strip(), etat) : null, codes);
        var reason = motif.strip();
        var refusal = refusal(act, found, attendu, reason);
        if (!refusal.isEmpty()) {
            return preview(page.with(refusal), act, found, q, etat, toutes, codes, reason);
        }
        int changed = act == Geste.OUVRIR
                ? ouvertures.open(found.ids(), utilisateur.compteId())
                : ouvertures.close(found.ids(), reason, utilisateur.compteId());
        var back = found.ids().size() == 1 ? "/annuaire/ecoles/" + found.ids().getFirst() : "/annuaire/ecoles";
        return Adresse.go(back + "?faites=" + changed);
    }

    private static Erreurs refusal(Geste geste, ChoixDEcoles.Choix found, int attendu, String motif) {
        if (found.inconnus() > 0) {
            return unknown(found);
        }
        if (found.ids().isEmpty()) {
            return Erreurs.of("codes", t("Rien n’a été changé : corrigez d’abord la liste."));
        }
        if (found.changing(geste == Geste.OUVRIR) != attendu) {
            return Erreurs.of(
                    "apercu",
                    t("L’annuaire a changé pendant que vous lisiez. Rien n’a été fait : relisez, puis confirmez."));
        }
        if (geste == Geste.FERMER && motif.isEmpty()) {
            return Erreurs.of("motif", t("Écrivez le motif : les familles le liront."));
        }
        if (motif.length() > LONGEST) {
            return Erreurs.of("motif", t("Le motif est trop long : {0} caractères au plus.", LONGEST));
        }
        return new Erreurs();
    }

    private static Erreurs unknown(ChoixDEcoles.Choix found) {
        return Erreurs.of(
                "codes",
                t(
                        "{0, plural, one {Un code n’est pas dans l’annuaire} other {# codes ne sont pas dans l’annuaire}}. Rien n’a été changé : corrigez la liste, ou importez d’abord l’annuaire de l’académie.",
                        found.inconnus()));
    }

    private static ModelAndView preview(
            Page page,
            Geste geste,
            ChoixDEcoles.Choix found,
            String q,
            String etat,
            boolean toutes,
            String codes,
            String motif) {
        if (found.inconnus() > 0) {
            page.with(unknown(found));
        }
        boolean nothing = found.ids().isEmpty() || found.inconnus() > 0;
        var view = page.titled(title(geste == Geste.OUVRIR, found))
                .view(
                        "annuaire/ecoles/ecoles-apercu",
                        Map.of(
                                "ouvrir",
                                geste == Geste.OUVRIR,
                                "choix",
                                found,
                                "q",
                                q.strip(),
                                "etat",
                                etat,
                                "toutes",
                                toutes,
                                "codes",
                                codes,
                                "motif",
                                motif));
        if (nothing) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private static String title(boolean ouvrir, ChoixDEcoles.Choix found) {
        return found.une(ouvrir)
                ? ouvrir ? t("Ouvrir une école") : t("Fermer une école")
                : ouvrir ? t("Ouvrir des écoles") : t("Fermer des écoles");
    }

    private enum Geste {
        OUVRIR,
        FERMER;

        static Geste of(String word) {
            return Arrays.stream(values())
                    .filter(geste -> geste.name().equalsIgnoreCase(word))
                    .findFirst()
                    .orElse(OUVRIR);
        }
    }
}
