package fr.entecole.portail;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Carte;
import fr.entecole.socle.Installation;
import fr.entecole.socle.Mention;
import fr.entecole.socle.Ouvert;
import fr.entecole.socle.Page;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The sheet of components, with invented figures, for whoever builds or judges a page. It answers in a demonstration,
/// or where `ent.composants` asks for it.
@Controller
@Ouvert
class ComposantsController {

    private final boolean shown;
    private final Installation installation;

    ComposantsController(@Value("${ent.composants:false}") boolean shown, Installation installation) {
        this.shown = shown;
        this.installation = installation;
    }

    @GetMapping("/composants")
    ModelAndView sheet(Page page) {
        if (!shown && !installation.demonstration()) {
            throw new Introuvable();
        }
        return page.titled(t("Planche des composants"))
                .with(
                        Erreurs.of("raison", t("Écrivez au moins un mot, par exemple «\u00a0malade\u00a0».")),
                        HttpStatus.OK.value())
                .view(
                        "portail/composants",
                        Map.of(
                                "date",
                                LocalDate.of(2026, 11, 23),
                                "etiquette",
                                etiquette(),
                                "bilan",
                                bilan(),
                                "carte",
                                carte()));
    }

    private static List<Mention> etiquette() {
        return List.of(
                new Mention("groupe", t("Pour qui"), t("Familles du CM1")),
                new Mention("remise", t("Par quel chemin"), t("38 dans l’ENT, 2 sur papier")),
                new Mention("lune", t("Quand"), t("Lundi 23 novembre à 7 h")),
                new Mention("historique", t("Combien de temps"), t("Effacé dans 12 mois")));
    }

    private static List<Mention> bilan() {
        return List.of(
                Mention.compte(t("{0, plural, one {nouveau compte} other {nouveaux comptes}}"), 214),
                Mention.compte(
                        t("{0, plural, one {départ, gardé trois mois} other {départs, gardés trois mois}}"), 171),
                Mention.compte(
                        t(
                                "{0, plural, one {changement de classe ou d’école} other {changements de classe ou d’école}}"),
                        388),
                Mention.compte(t("sans changement"), 318_402));
    }

    private static Carte carte() {
        return Carte.occitanie(Map.ofEntries(
                Map.entry("46", 90),
                Map.entry("12", 87),
                Map.entry("48", 73),
                Map.entry("32", 95),
                Map.entry("82", 84),
                Map.entry("81", 88),
                Map.entry("34", 87),
                Map.entry("30", 62),
                Map.entry("65", 88),
                Map.entry("31", 89),
                Map.entry("11", 91),
                Map.entry("09", 90)));
    }
}
