package fr.entecole.liaison.formulaires;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.liaison.Champs;
import fr.entecole.liaison.Concernes.Enfant;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.formulaires.Question.Valeur;
import fr.entecole.liaison.reponses.Correction;
import fr.entecole.socle.Page;
import fr.entecole.socle.web.Erreurs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/// A form as a guardian has it on the screen.
///
/// @param enfant for whom one answers; null: for oneself, or not chosen yet
/// @param faitPour guardians and children for whom it is answered
record PageDuFormulaire(
        Mot mot,
        Formulaire formulaire,
        List<Enfant> enfants,
        @Nullable Enfant enfant,
        Set<UUID> faitPour) {

    ModelAndView show(Page page, Map<UUID, Valeur> answers, String etat, String fait) {
        Map<String, List<String>> typed = new HashMap<>();
        for (var question : formulaire.questions()) {
            var valeur = answers.get(question.id());
            if (valeur != null) {
                typed.put(question.champ(), valeur.typed());
            }
        }
        return view(page, new Champs(typed), etat, fait);
    }

    /// What was typed stays on the page, whatever has happened meanwhile.
    ModelAndView again(Page page, Champs champs, String etat) {
        return view(page, champs, etat, "");
    }

    /// The same form, of what the mot says by now.
    PageDuFormulaire saying(Mot now) {
        return new PageDuFormulaire(now, formulaire, enfants, enfant, faitPour);
    }

    /// @param correction null where nobody knows what was read
    ModelAndView corrected(Page page, Champs champs, @Nullable Correction correction) {
        if (correction == null) {
            page.with(Erreurs.of("formulaire", t("Relisez ce mot, puis répondez.")));
        }
        var shown = view(page, champs, "", "");
        shown.addObject("texte", true);
        if (correction != null) {
            shown.addObject("correction", correction);
            shown.setStatus(HttpStatus.CONFLICT);
        }
        return shown;
    }

    private ModelAndView view(Page page, Champs champs, String etat, String fait) {
        Map<String, Object> parametres = new HashMap<>(Map.of(
                "mot",
                mot,
                "formulaire",
                formulaire,
                "enfants",
                enfants,
                "faitPour",
                faitPour,
                "champs",
                champs,
                "etat",
                etat,
                "fait",
                fait));
        parametres.put("enfant", enfant);
        parametres.put("texte", mot.luLe() == null);
        return page.titled(mot.titre()).view("liaison/formulaires/repondre", parametres);
    }
}
