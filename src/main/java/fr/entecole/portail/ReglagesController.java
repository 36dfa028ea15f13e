package fr.entecole.portail;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Region;
import fr.entecole.socle.Region.Reglage;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What the region says of itself, on one screen. Everyone reads it at once, on every page, so what would change is
/// shown before it is published; the journal says who changed what, never the words.
@SousOnglet(OngletsAnnuaire.ANNUAIRE)
@Pour(Profil.ADMINISTRATEUR)
@Controller
class ReglagesController {

    private final Region region;
    private final Journal journal;
    private final TransactionTemplate transaction;

    ReglagesController(Region region, Journal journal, TransactionTemplate transaction) {
        this.region = region;
        this.journal = journal;
        this.transaction = transaction;
    }

    @GetMapping("/reglages")
    ModelAndView show(Page page, @RequestParam(defaultValue = "false") boolean garde) {
        return form(page, now(), garde ? Suite.GARDE : Suite.NONE);
    }

    /// @param avant what the preview showed as said until now: if it no longer is, it is shown again
    @PostMapping("/reglages")
    ModelAndView say(
            Page page,
            Utilisateur utilisateur,
            @RequestParam Map<String, String> champs,
            @RequestParam(defaultValue = "") String geste,
            @RequestParam(defaultValue = "") String avant) {
        var typed = typed(champs);
        var erreurs = new Erreurs();
        typed.forEach((reglage, valeur) -> erreurs.add(reglage.cle(), reglage.faute(valeur)));
        if (!erreurs.isEmpty()) {
            return form(page.with(erreurs), typed, Suite.NONE);
        }
        var changes = changes(typed);
        if (changes.isEmpty()) {
            return form(page, typed, Suite.RIEN);
        }
        if (geste.equals("reprendre")) {
            return form(page, typed, Suite.NONE);
        }
        if (!geste.equals("publier") || !avant.equals(mark(changes))) {
            return preview(page, typed, changes);
        }
        transaction.executeWithoutResult(_ -> changes.forEach(change -> {
            var row = region.say(change.reglage(), change.apres());
            journal.record(Fait.of(ActePortail.REGLAGE_CHANGE, row)
                    .by(utilisateur.compteId())
                    .with(Map.of("raison", change.reglage().cle()))
                    .ofRegion());
        }));
        region.read();
        return Adresse.go("/reglages?garde=true");
    }

    private Map<Reglage, String> now() {
        Map<Reglage, String> said = new EnumMap<>(Reglage.class);
        for (var reglage : Reglage.values()) {
            said.put(reglage, reglage == Reglage.NOM ? region.nom() : region.dit(reglage));
        }
        return said;
    }

    /// What is not sent stays as it is.
    private Map<Reglage, String> typed(Map<String, String> champs) {
        var said = now();
        said.replaceAll((reglage, before) -> champs.getOrDefault(reglage.cle(), before)
                .strip()
                .replaceAll(",?\\s*\\R\\s*", ", ") // an address on three lines is read on one
                .replaceAll("[\\s\\p{Cntrl}]+", " "));
        return said;
    }

    private List<Change> changes(Map<Reglage, String> typed) {
        var said = now();
        return Arrays.stream(Reglage.values())
                .map(reglage -> new Change(reglage, said.getOrDefault(reglage, ""), typed.getOrDefault(reglage, "")))
                .filter(change -> !change.avant().equals(change.apres()))
                .toList();
    }

    private static String mark(List<Change> changes) {
        return Integer.toHexString(changes.hashCode());
    }

    private ModelAndView form(Page page, Map<Reglage, String> valeurs, Suite suite) {
        return page.titled(t("Les réglages de la région"))
                .view("portail/reglages", Map.of("valeurs", valeurs, "depuis", region.depuis(), "suite", suite));
    }

    private static ModelAndView preview(Page page, Map<Reglage, String> typed, List<Change> changes) {
        return page.titled(t("Vérifier les réglages"))
                .view(
                        "portail/reglages-apercu",
                        Map.of("valeurs", typed, "changements", changes, "avant", mark(changes)));
    }

    /// What the form answers to what was just done.
    enum Suite {
        NONE,
        /// published
        GARDE,
        /// nothing would change
        RIEN
    }

    /// @param avant,apres empty where nothing is said
    record Change(Reglage reglage, String avant, String apres) {}
}
