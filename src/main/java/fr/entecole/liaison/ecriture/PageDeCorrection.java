package fr.entecole.liaison.ecriture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.destinataires.Champ;
import fr.entecole.comptes.destinataires.Selection;
import fr.entecole.documents.Documents;
import fr.entecole.liaison.CahierDeLiaison.Redite;
import fr.entecole.liaison.Champs;
import fr.entecole.liaison.Information;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.PiecesDesMots;
import fr.entecole.redaction.Brouillons;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// The page on which a mot is corrected: all of it until it is delivered, then what it says and what is attached.
@Component
class PageDeCorrection {

    private final Selection selection;
    private final Brouillons brouillons;
    private final Documents documents;
    private final Retouches retouches;
    private final Clock clock;

    PageDeCorrection(
            Selection selection, Brouillons brouillons, Documents documents, Retouches retouches, Clock clock) {
        this.selection = selection;
        this.brouillons = brouillons;
        this.documents = documents;
        this.retouches = retouches;
        this.clock = clock;
    }

    /// @param autre what somebody else has written meanwhile
    /// @param depots uploads that are not attached yet
    /// @param champs all that was typed, none of it yet the first time
    ModelAndView show(
            Page page,
            Utilisateur utilisateur,
            Mot mot,
            MotForm form,
            Redite redite,
            @Nullable TexteRiche autre,
            List<UUID> depots,
            Champs champs) {
        Map<String, Object> model = new HashMap<>();
        var lieu = Publication.lieu(mot.id());
        boolean waits = !mot.isVisible(clock.instant());
        model.put("mot", mot);
        model.put("form", form);
        model.put("redite", redite);
        model.put("lieu", lieu);
        model.put("brouillon", brouillons.of(utilisateur, lieu).orElse(null));
        model.put("autre", autre);
        model.put("attend", waits);
        model.put("quand", Dates.moment(mot.visibleLe(), page.aujourdhui()));
        model.put("deja", documents.uploads(utilisateur, depots));
        model.put("pieces", documents.of(PiecesDesMots.SALLE, List.of(mot.id())).getOrDefault(mot.id(), List.of()));
        model.put("champs", retouches.fields(page, mot, champs));
        model.put("avant", Retouches.dates(mot));
        model.put("propose", redite.signature());
        if (waits && mot.genre().equals(Information.CODE)) {
            var pour = selection.still(utilisateur, Champ.FAMILLES, form.pour());
            model.put("choix", selection.read(utilisateur, Champ.FAMILLES, pour, form.cherche()));
        }
        return page.titled(t("Corriger le mot")).view("liaison/ecriture/correction", model);
    }
}
