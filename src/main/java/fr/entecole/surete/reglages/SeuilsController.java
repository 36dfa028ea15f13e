package fr.entecole.surete.reglages;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.surete.ActeSurete;
import fr.entecole.surete.Seuil;
import fr.entecole.surete.Seuils;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// From how many people on, how long, at which hours something is held.
@SousOnglet(OngletsAnnuaire.ANNUAIRE)
@Pour(Profil.ADMINISTRATEUR)
@Controller
class SeuilsController {

    private final Seuils seuils;
    private final Journal journal;
    private final TransactionTemplate transaction;

    SeuilsController(Seuils seuils, Journal journal, TransactionTemplate transaction) {
        this.seuils = seuils;
        this.journal = journal;
        this.transaction = transaction;
    }

    @GetMapping("/surete/reglages")
    ModelAndView show(Page page, @RequestParam(defaultValue = "false") boolean garde) {
        Map<Seuil, String> valeurs = new EnumMap<>(Seuil.class);
        for (var seuil : Seuil.values()) {
            valeurs.put(seuil, Integer.toString(seuils.of(seuil)));
        }
        return form(page, valeurs, garde);
    }

    @PostMapping("/surete/reglages")
    ModelAndView set(Page page, Utilisateur utilisateur, @RequestParam Map<String, String> champs) {
        Map<Seuil, String> typed = new EnumMap<>(Seuil.class);
        var erreurs = new Erreurs();
        for (var seuil : Seuil.values()) {
            var valeur = champs.getOrDefault(seuil.cle(), Integer.toString(seuils.of(seuil)))
                    .strip();
            typed.put(seuil, valeur);
            if (!valeur.matches("\\d{1,4}") || !seuil.accepts(Integer.parseInt(valeur))) {
                erreurs.add(seuil.cle(), t("Écrivez un nombre de {0} à {1}.", seuil.minimum(), seuil.maximum()));
            }
        }
        if (!erreurs.isEmpty()) {
            return form(page.with(erreurs), typed, false);
        }
        transaction.executeWithoutResult(_ -> typed.forEach((seuil, valeur) -> {
            int number = Integer.parseInt(valeur);
            if (number != seuils.of(seuil)) {
                var row = seuils.set(seuil, number, utilisateur.personneId());
                journal.record(Fait.of(ActeSurete.SEUIL_CHANGE, row)
                        .by(utilisateur.compteId())
                        .with(Map.of("raison", seuil.cle()))
                        .ofRegion());
            }
        }));
        return Adresse.go("/surete/reglages?garde=true");
    }

    private static ModelAndView form(Page page, Map<Seuil, String> valeurs, boolean garde) {
        return page.titled(t("Les seuils des envois"))
                .view("surete/reglages/seuils", Map.of("valeurs", valeurs, "garde", garde));
    }
}
