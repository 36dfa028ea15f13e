package fr.entecole.liaison.ecriture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.destinataires.Champ;
import fr.entecole.comptes.destinataires.Selection;
import fr.entecole.documents.DepotRefuse;
import fr.entecole.liaison.Champs;
import fr.entecole.liaison.Genres;
import fr.entecole.liaison.MotAccess;
import fr.entecole.liaison.Redaction;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.HorsEnvoi;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import fr.entecole.surete.Departs;
import fr.entecole.surete.Partance;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
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

    private final Selection selection;
    private final PageDEcriture ecriture;
    private final Publication publication;
    private final Jointes jointes;
    private final Etiquettes etiquettes;
    private final Genres genres;
    private final Departs departs;
    private final Clock clock;

    PublicationController(
            Selection selection,
            PageDEcriture ecriture,
            Publication publication,
            Jointes jointes,
            Etiquettes etiquettes,
            Genres genres,
            Departs departs,
            Clock clock) {
        this.selection = selection;
        this.ecriture = ecriture;
        this.publication = publication;
        this.jointes = jointes;
        this.etiquettes = etiquettes;
        this.genres = genres;
        this.departs = departs;
        this.clock = clock;
    }

    @GetMapping("/liaison/nouveau")
    ModelAndView write(Page page, Utilisateur utilisateur, @RequestParam(defaultValue = "") String genre) {
        return ecriture.paused(page, utilisateur).orElseGet(() -> ecriture.begin(page, utilisateur, genre));
    }

    /// The part of the page that says who gets it and when, as the day and the people that are chosen now make it.
    @HorsEnvoi
    @PostMapping("/liaison/mots/avant")
    ModelAndView before(Page page, Utilisateur utilisateur, @ModelAttribute MotForm form) {
        return page.view("liaison/ecriture/_avant", ecriture.before(page, utilisateur, form));
    }

    /// The picker's button asks for the same page, with what it has found, and so does another kind; nothing that was
    /// typed is lost.
    @PostMapping("/liaison/mots")
    ModelAndView publish(
            Page page,
            Utilisateur utilisateur,
            @ModelAttribute MotForm form,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") List<UUID> depots,
            @RequestParam(required = false) @Nullable List<MultipartFile> fichiers) {
        var champs = new Champs(Map.copyOf(sent));
        var erreurs = new Erreurs();
        var pieces = jointes.take(utilisateur, depots, fichiers, erreurs);
        if (form.searches() || !champs.one("vers").isEmpty()) {
            form.refusDuJour(page.aujourdhui()).ifPresent(refus -> erreurs.add("jour", refus));
            return ecriture.again(page.with(erreurs), utilisateur, form, pieces, champs);
        }
        var publics = selection.accepted(utilisateur, Champ.FAMILLES, form.pour());
        var genre = genres.of(form.genre());
        form.judge(publics, page.aujourdhui(), erreurs);
        var ajout = genre.accept(champs, page.aujourdhui(), erreurs);
        var motif = form.presses() ? motif(utilisateur, publics, champs, erreurs) : "";
        if (erreurs.isEmpty()) {
            ecriture.warn(utilisateur, form, champs, erreurs);
        }
        var visible = erreurs.isEmpty() ? instant(page, publics, form, champs, erreurs) : null;
        if (visible == null || !erreurs.isEmpty()) {
            return ecriture.again(page.with(erreurs), utilisateur, form, pieces, champs);
        }
        var depart = departs.ask(
                utilisateur, Partance.of(publics.getFirst().ecoleId(), publics, form.titre(), form.texte()));
        if (depart.refuse()) {
            return ecriture.again(page.with(erreurs.add("pour", depart.phrase())), utilisateur, form, pieces, champs);
        }
        try {
            var when = depart.attend() && depart.des().isAfter(visible) ? depart.des() : visible;
            var said = new Redaction(publics, form.aussiEleves(), form.titre(), form.redige(), when)
                    .of(genre.code(), form.demande(genre));
            var publie = publication.publish(utilisateur, said, pieces, ajout, motif, depart);
            return publie.sursis()
                    .map(sursis -> Adresse.go("/surete/envois/{id}", sursis))
                    .orElseGet(() -> Adresse.go("/liaison/mots/{id}?fait=publie", publie.mot()));
        } catch (DepotRefuse e) {
            return ecriture.again(
                    page.with(erreurs.add(Jointes.FICHIERS, e.phrase())), utilisateur, form, pieces, champs);
        }
    }

    /// Whoever directs the school may do without its delivery hours, and says why.
    private static String motif(Utilisateur utilisateur, List<Public> publics, Champs champs, Erreurs erreurs) {
        if (!publics.isEmpty() && !MotAccess.of(utilisateur).hurries(publics)) {
            throw new Introuvable();
        }
        var motif = champs.one("motif");
        if (motif.isEmpty() || motif.length() > 300) {
            erreurs.add("motif", t("Dites pourquoi ce mot ne peut pas attendre, en 300 caractères au plus."));
        }
        return motif;
    }

    private @Nullable Instant instant(Page page, List<Public> publics, MotForm form, Champs champs, Erreurs erreurs) {
        if (form.presses()) {
            return clock.instant();
        }
        var visible = ecriture.delivery(publics, form);
        if (visible == null) {
            erreurs.add("jour", t("Le calendrier de l’école ne permet aucune remise\u00a0: parlez-en à la direction."));
        } else if (!etiquettes.says(champs, visible)) {
            erreurs.add(
                    "jour",
                    t("Ce mot sera remis {0}\u00a0: relisez, puis publiez.", Dates.moment(visible, page.aujourdhui())));
        }
        return visible;
    }
}
