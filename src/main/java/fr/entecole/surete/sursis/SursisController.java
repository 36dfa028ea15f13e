package fr.entecole.surete.sursis;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.socle.Onglet;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import fr.entecole.surete.SorteSurete;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Something that is held: explained to who wrote it, decided by the head or the region.
@SousOnglet({Onglet.JOURNEE, OngletsAnnuaire.ECOLE, OngletsAnnuaire.ANNUAIRE})
@Controller
class SursisController {

    private static final int LONGEST = 300;

    private final SursisEnCours sursis;
    private final Appellations appellations;
    private final Nouvelles nouvelles;
    private final Clock clock;

    SursisController(SursisEnCours sursis, Appellations appellations, Nouvelles nouvelles, Clock clock) {
        this.sursis = sursis;
        this.appellations = appellations;
        this.nouvelles = nouvelles;
        this.clock = clock;
    }

    @Pour
    @GetMapping("/surete/envois/{id}")
    ModelAndView show(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        var held = sursis.one(id).orElseThrow(Introuvable::new);
        nouvelles.read(utilisateur, SorteSurete.ENVOI_DECIDE, id);
        if (SursisAccess.of(utilisateur).wrote(held)) {
            return page.titled(t("Votre envoi"))
                    .view("surete/sursis/mien", Map.of("sursis", held, "attend", held.waits(clock.instant())));
        }
        if (!SursisAccess.of(utilisateur).decides(held)) {
            throw new Introuvable();
        }
        nouvelles.read(utilisateur, SorteSurete.ENVOI_RETENU, id);
        return decide(page, held, "");
    }

    private ModelAndView decide(Page page, Sursis held, String motif) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("sursis", held);
        model.put("attend", held.waits(clock.instant()));
        model.put("nom", appellations.personnes(List.of(held.auteur())).getOrDefault(held.auteur(), t("Quelqu’un")));
        model.put("envoi", sursis.content(held).orElse(null));
        model.put("motif", motif);
        return page.titled(t("Un envoi attend votre accord")).view("surete/sursis/decider", model);
    }

    @Pour({Profil.DIRECTEUR, Profil.ADMINISTRATEUR})
    @PostMapping("/surete/envois/{id}/accord")
    ModelAndView release(Utilisateur utilisateur, @PathVariable UUID id) {
        sursis.release(theirs(utilisateur, id), utilisateur);
        return Adresse.go("/surete/envois/{id}", id);
    }

    @Pour({Profil.DIRECTEUR, Profil.ADMINISTRATEUR})
    @PostMapping("/surete/envois/{id}/refus")
    ModelAndView refuse(
            Page page, Utilisateur utilisateur, @PathVariable UUID id, @RequestParam(defaultValue = "") String motif) {
        var held = theirs(utilisateur, id);
        var said = motif.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            return decide(
                    page.with(Erreurs.of("motif", t("Dites pourquoi, en {0} caractères au plus.", LONGEST))),
                    held,
                    said);
        }
        sursis.refuse(held, said, utilisateur);
        return Adresse.go("/surete/envois/{id}", id);
    }

    @Pour
    @PostMapping("/surete/envois/{id}/reprise")
    ModelAndView takeBack(Utilisateur utilisateur, @PathVariable UUID id) {
        var held = sursis.one(id).filter(SursisAccess.of(utilisateur)::wrote).orElseThrow(Introuvable::new);
        sursis.takeBack(held, utilisateur);
        return Adresse.go("/surete/envois/{id}", id);
    }

    private Sursis theirs(Utilisateur utilisateur, UUID id) {
        return sursis.one(id).filter(SursisAccess.of(utilisateur)::decides).orElseThrow(Introuvable::new);
    }
}
