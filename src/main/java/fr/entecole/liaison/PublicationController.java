package fr.entecole.liaison;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.destinataires.Champ;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.comptes.destinataires.Choix;
import fr.entecole.comptes.destinataires.Selection;
import fr.entecole.documents.DepotRefuse;
import fr.entecole.documents.Documents;
import fr.entecole.documents.Exigence;
import fr.entecole.documents.Reception;
import fr.entecole.liaison.CahierDeLiaison.Redaction;
import fr.entecole.redaction.Brouillons;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Writing a mot: for whom, when, with what.
@Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
@Controller
class PublicationController {

    private static final String FICHIERS = "fichiers";

    private final Selection selection;
    private final RemiseDesMots remise;
    private final Publication publication;
    private final Brouillons brouillons;
    private final Reception reception;
    private final Documents documents;
    private final ReglagesLiaison reglages;
    private final Clock clock;

    PublicationController(
            Selection selection,
            RemiseDesMots remise,
            Publication publication,
            Brouillons brouillons,
            Reception reception,
            Documents documents,
            ReglagesLiaison reglages,
            Clock clock) {
        this.selection = selection;
        this.remise = remise;
        this.publication = publication;
        this.brouillons = brouillons;
        this.reception = reception;
        this.documents = documents;
        this.reglages = reglages;
        this.clock = clock;
    }

    @GetMapping("/liaison/nouveau")
    ModelAndView write(Page page, Utilisateur utilisateur) {
        var form = MotForm.forThese(selection.preset(utilisateur, Champ.FAMILLES));
        return form(page, utilisateur, form, List.of());
    }

    /// The picker's button asks for the same page, with what it has found; nothing that was typed is lost.
    @PostMapping("/liaison/mots")
    ModelAndView publish(
            Page page,
            Utilisateur utilisateur,
            @ModelAttribute MotForm form,
            @RequestParam(defaultValue = "") List<UUID> depots,
            @RequestParam(required = false) @Nullable List<MultipartFile> fichiers) {
        var publics = selection.accepted(utilisateur, Champ.FAMILLES, form.pour());
        var erreurs = form.searches() ? new Erreurs() : form.erreurs(publics, page.aujourdhui());
        var pieces = pieces(utilisateur, depots, fichiers, erreurs);
        if (form.searches()) {
            return form(page.with(erreurs), utilisateur, form, pieces);
        }
        var visible = erreurs.isEmpty() ? delivery(publics, form) : null;
        if (erreurs.isEmpty() && visible == null) {
            erreurs.add("jour", t("Le calendrier de l’école ne permet aucune remise\u00a0: parlez-en à la direction."));
        }
        if (visible == null) {
            return form(page.with(erreurs), utilisateur, form, pieces);
        }
        try {
            var said = new Redaction(publics, form.aussiEleves(), form.titre(), form.redige(), visible);
            return Adresse.go("/liaison/mots/{id}?fait=publie", publication.publish(utilisateur, said, pieces));
        } catch (DepotRefuse e) {
            return form(page.with(erreurs.add(FICHIERS, e.phrase())), utilisateur, form, pieces);
        }
    }

    /// What was sent with the form is kept with what came before it, so that a form that comes back has lost nothing.
    private List<UUID> pieces(
            Utilisateur utilisateur, List<UUID> depots, @Nullable List<MultipartFile> fichiers, Erreurs erreurs) {
        try {
            var files = fichiers == null ? List.<MultipartFile>of() : fichiers;
            return reception.take(utilisateur, depots, files, "", Exigence.AUCUNE);
        } catch (DepotRefuse e) {
            erreurs.add(FICHIERS, e.phrase());
            return depots;
        }
    }

    private @Nullable Instant delivery(List<Public> publics, MotForm form) {
        return publics.isEmpty()
                ? null
                : remise.of(publics.getFirst().ecoleId(), form.plusTard().orElse(null))
                        .orElse(null);
    }

    /// A draft is shown on a new page only: a form that comes back has what was just typed.
    private ModelAndView form(Page page, Utilisateur utilisateur, MotForm sent, List<UUID> depots) {
        var brouillon = brouillons.of(utilisateur, Publication.NOUVEAU).orElse(null);
        var form = sent.orDraft(brouillon);
        var choix = selection.read(utilisateur, Champ.FAMILLES, form.pour(), form.cherche());
        Map<String, Object> parametres = new HashMap<>(Map.of("form", form, "choix", choix));
        parametres.put("brouillon", form.over(brouillon));
        parametres.put("sansPersonne", !MotAccess.of(utilisateur).publishesSomewhere());
        parametres.put("deja", documents.uploads(utilisateur, depots));
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

    /// Who, when, which of the day, how long: what the label says before one publishes.
    ///
    /// @param attend it waits for its delivery
    record Etiquette(String quand, boolean attend, String rang, String fin) {}
}
