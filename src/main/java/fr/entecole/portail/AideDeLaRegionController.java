package fr.entecole.portail;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.redaction.Brouillons;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.redaction.TextesDuService;
import fr.entecole.redaction.TextesDuService.Version;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What the region writes on the page of help, for everyone: where to go, when it answers. When it is empty, the page
/// does without.
@SousOnglet(OngletsAnnuaire.ANNUAIRE)
@Pour(Profil.ADMINISTRATEUR)
@Controller
class AideDeLaRegionController {

    static final String CLE = "aide";

    private static final String LIEU = "reglages-aide";
    private static final String CHAMP = "texte";

    private final TextesDuService textes;
    private final Brouillons brouillons;
    private final Journal journal;
    private final TransactionTemplate transaction;

    AideDeLaRegionController(
            TextesDuService textes, Brouillons brouillons, Journal journal, TransactionTemplate transaction) {
        this.textes = textes;
        this.brouillons = brouillons;
        this.journal = journal;
        this.transaction = transaction;
    }

    @GetMapping("/reglages/aide")
    ModelAndView show(Page page, Utilisateur utilisateur, @RequestParam(defaultValue = "false") boolean garde) {
        var now = textes.of(CLE);
        return form(page, utilisateur, now.texte(), now, null, garde);
    }

    /// @param version the one that was changed: another has been published since, it is shown beside what was typed
    @PostMapping("/reglages/aide")
    ModelAndView say(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String texte,
            @RequestParam(name = "texte-version", defaultValue = "") String version) {
        var typed = TexteRiche.of(texte);
        var now = textes.of(CLE);
        var refus = typed.refus().orElse("");
        if (!refus.isEmpty()) {
            return form(page.with(new Erreurs().add(CHAMP, refus)), utilisateur, typed, now, null, false);
        }
        if (!published(utilisateur, version, typed)) {
            var erreurs = new Erreurs().add(CHAMP, t("Relisez l’autre texte, puis publiez de nouveau le vôtre."));
            var other = textes.of(CLE);
            return form(page.with(erreurs), utilisateur, typed, other, other.texte(), false);
        }
        return Adresse.go("/reglages/aide?garde=true");
    }

    private boolean published(Utilisateur utilisateur, String version, TexteRiche typed) {
        int known = version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var row = textes.write(CLE, known, typed);
            row.ifPresent(id -> {
                brouillons.drop(utilisateur, LIEU);
                journal.record(Fait.of(ActePortail.AIDE_CHANGEE, id)
                        .by(utilisateur.compteId())
                        .ofRegion());
            });
            return row.isPresent();
        }));
    }

    private ModelAndView form(
            Page page,
            Utilisateur utilisateur,
            TexteRiche typed,
            Version now,
            @Nullable TexteRiche other,
            boolean done) {
        Map<String, Object> model = new HashMap<>();
        model.put("texte", typed);
        model.put("version", Integer.toString(now.version()));
        model.put("autre", other);
        model.put("brouillon", brouillons.of(utilisateur, LIEU).orElse(null));
        model.put("lieu", LIEU);
        model.put("garde", done);
        return page.titled(t("Ce que dit la page d’aide")).view("portail/reglages-aide", model);
    }
}
