package fr.entecole.liaison;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.destinataires.Champ;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.comptes.destinataires.Choix;
import fr.entecole.comptes.destinataires.Selection;
import fr.entecole.liaison.CahierDeLiaison.Auteur;
import fr.entecole.liaison.CahierDeLiaison.Redaction;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Writing a mot, correcting it, taking it back.
@Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
@Controller
class PublicationController {

    private final Selection selection;
    private final RemiseDesMots remise;
    private final CahierDeLiaison cahier;
    private final LectureDesMots lecture;
    private final ReglagesLiaison reglages;
    private final Clock clock;

    PublicationController(
            Selection selection,
            RemiseDesMots remise,
            CahierDeLiaison cahier,
            LectureDesMots lecture,
            ReglagesLiaison reglages,
            Clock clock) {
        this.selection = selection;
        this.remise = remise;
        this.cahier = cahier;
        this.lecture = lecture;
        this.reglages = reglages;
        this.clock = clock;
    }

    @GetMapping("/liaison/nouveau")
    ModelAndView write(Page page, Utilisateur utilisateur) {
        return form(page, utilisateur, MotForm.forThese(selection.preset(utilisateur, Champ.FAMILLES)));
    }

    /// The picker's button asks for the same page, with what it has found; nothing that was typed is lost.
    @PostMapping("/liaison/mots")
    ModelAndView publish(Page page, Utilisateur utilisateur, @ModelAttribute MotForm form) {
        var publics = selection.accepted(utilisateur, Champ.FAMILLES, form.pour());
        if (form.searches()) {
            return form(page, utilisateur, form);
        }
        var erreurs = form.erreurs(publics, page.aujourdhui());
        var visible = erreurs.isEmpty() ? delivery(publics, form) : null;
        if (erreurs.isEmpty() && visible == null) {
            erreurs.add("jour", t("Le calendrier de l’école ne permet aucune remise\u00a0: parlez-en à la direction."));
        }
        if (visible == null) {
            return form(page.with(erreurs), utilisateur, form);
        }
        var mot = cahier.publish(
                new Redaction(publics, form.aussiEleves(), form.titre(), form.texte(), visible),
                auteur(utilisateur),
                clock.instant());
        return Adresse.go("/liaison/mots/{id}?fait=publie", mot);
    }

    private @Nullable Instant delivery(List<Public> publics, MotForm form) {
        return publics.isEmpty()
                ? null
                : remise.of(publics.getFirst().ecoleId(), form.plusTard().orElse(null))
                        .orElse(null);
    }

    private ModelAndView form(Page page, Utilisateur utilisateur, MotForm form) {
        var choix = selection.read(utilisateur, Champ.FAMILLES, form.pour(), form.cherche());
        Map<String, Object> parametres = new HashMap<>(Map.of("form", form, "choix", choix));
        var visible = delivery(choix.publics(), form);
        if (visible != null) {
            parametres.put("etiquette", etiquette(choix, visible, page));
        }
        return page.titled(t("Un mot aux familles")).view("liaison/nouveau", parametres);
    }

    private Etiquette etiquette(Choix choix, Instant visible, Page page) {
        boolean waits = visible.isAfter(clock.instant());
        return new Etiquette(
                waits ? Moments.alone(visible, page.aujourdhui()) : t("Tout de suite"),
                waits,
                remise.rang(choix.publics().getFirst().ecoleId(), visible, choix.comptage()),
                Dates.words(reglages.fin(
                        AnneeScolaire.of(visible.atZone(Calendrier.PARIS).toLocalDate()))));
    }

    @GetMapping("/liaison/mots/{id}/correction")
    ModelAndView rewrite(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        var mot = changed(utilisateur, id, false);
        return correction(page, mot, MotForm.of(mot));
    }

    @PostMapping("/liaison/mots/{id}/correction")
    ModelAndView correct(Page page, Utilisateur utilisateur, @PathVariable UUID id, @ModelAttribute MotForm form) {
        var mot = changed(utilisateur, id, false);
        var erreurs = form.erreurs();
        var visible = remise.of(mot.ecoleId(), null);
        if (visible.isEmpty()) {
            erreurs.add(
                    "texte", t("Le calendrier de l’école ne permet aucune remise\u00a0: parlez-en à la direction."));
        }
        if (!erreurs.isEmpty()) {
            return correction(page.with(erreurs), mot, form);
        }
        boolean corrected = cahier.correct(
                id, form.titre(), form.texte(), auteur(utilisateur), clock.instant(), visible.orElseThrow());
        return Adresse.go("/liaison/mots/{id}?fait={fait}", id, corrected ? "corrige" : "inchange");
    }

    private static ModelAndView correction(Page page, Mot mot, MotForm form) {
        return page.titled(t("Corriger le mot")).view("liaison/correction", Map.of("mot", mot, "form", form));
    }

    @PostMapping("/liaison/mots/{id}/retrait")
    ModelAndView withdraw(Utilisateur utilisateur, @PathVariable UUID id) {
        var mot = changed(utilisateur, id, true);
        return cahier.withdraw(mot, auteur(utilisateur), clock.instant())
                ? Adresse.go("/liaison?repris=true")
                : Adresse.go("/liaison/mots/{id}?fait=lu", id);
    }

    private Mot changed(Utilisateur utilisateur, UUID id, boolean repris) {
        return lecture.sent(utilisateur, id, repris)
                .filter(mot -> MotAccess.of(utilisateur).changes(mot))
                .orElseThrow(Introuvable::new);
    }

    private static Auteur auteur(Utilisateur utilisateur) {
        return new Auteur(utilisateur.compteId(), utilisateur.personneId());
    }

    /// Who, when, which of the day, how long: what the label says before one publishes.
    ///
    /// @param attend it waits for its delivery
    record Etiquette(String quand, boolean attend, String rang, String fin) {}
}
