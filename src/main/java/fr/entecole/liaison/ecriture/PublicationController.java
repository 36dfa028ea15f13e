package fr.entecole.liaison.ecriture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.destinataires.Champ;
import fr.entecole.comptes.destinataires.Selection;
import fr.entecole.documents.DepotRefuse;
import fr.entecole.documents.Documents;
import fr.entecole.documents.Exigence;
import fr.entecole.documents.Reception;
import fr.entecole.liaison.Ajout;
import fr.entecole.liaison.Champs;
import fr.entecole.liaison.Encart;
import fr.entecole.liaison.Genres;
import fr.entecole.liaison.MotAccess;
import fr.entecole.liaison.Redaction;
import fr.entecole.redaction.Brouillon;
import fr.entecole.redaction.Brouillons;
import fr.entecole.socle.Gabarits;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import gg.jte.Content;
import java.time.Instant;
import java.util.HashMap;
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

    private static final String FICHIERS = "fichiers";

    private final Selection selection;
    private final RemiseDesMots remise;
    private final Publication publication;
    private final Brouillons brouillons;
    private final Reception reception;
    private final Documents documents;
    private final Etiquettes etiquettes;
    private final Genres genres;
    private final Gabarits gabarits;

    PublicationController(
            Selection selection,
            RemiseDesMots remise,
            Publication publication,
            Brouillons brouillons,
            Reception reception,
            Documents documents,
            Etiquettes etiquettes,
            Genres genres,
            Gabarits gabarits) {
        this.selection = selection;
        this.remise = remise;
        this.publication = publication;
        this.brouillons = brouillons;
        this.reception = reception;
        this.documents = documents;
        this.etiquettes = etiquettes;
        this.genres = genres;
        this.gabarits = gabarits;
    }

    @GetMapping("/liaison/nouveau")
    ModelAndView write(Page page, Utilisateur utilisateur, @RequestParam(defaultValue = "") String genre) {
        var form = MotForm.forThese(selection.preset(utilisateur, Champ.FAMILLES), genres.of(genre));
        return form(page, utilisateur, form, List.of(), Champs.VIDES);
    }

    /// The picker's button asks for the same page, with what it has found; nothing that was typed is lost.
    @PostMapping("/liaison/mots")
    ModelAndView publish(
            Page page,
            Utilisateur utilisateur,
            @ModelAttribute MotForm form,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") List<UUID> depots,
            @RequestParam(required = false) @Nullable List<MultipartFile> fichiers) {
        var publics = selection.accepted(utilisateur, Champ.FAMILLES, form.pour());
        var genre = genres.of(form.genre());
        var champs = new Champs(Map.copyOf(sent));
        var erreurs = form.searches() ? new Erreurs() : form.erreurs(publics, page.aujourdhui());
        var ajout = form.searches() ? Ajout.none() : genre.accept(champs, page.aujourdhui(), erreurs);
        var pieces = pieces(utilisateur, depots, fichiers, erreurs);
        if (form.searches()) {
            return form(page.with(erreurs), utilisateur, form, pieces, champs);
        }
        var visible = erreurs.isEmpty() ? delivery(publics, form) : null;
        if (erreurs.isEmpty() && visible == null) {
            erreurs.add("jour", t("Le calendrier de l’école ne permet aucune remise\u00a0: parlez-en à la direction."));
        }
        if (visible == null) {
            return form(page.with(erreurs), utilisateur, form, pieces, champs);
        }
        try {
            var said = new Redaction(publics, form.aussiEleves(), form.titre(), form.redige(), visible)
                    .of(genre.code(), form.demande(genre));
            return Adresse.go("/liaison/mots/{id}?fait=publie", publication.publish(utilisateur, said, pieces, ajout));
        } catch (DepotRefuse e) {
            return form(page.with(erreurs.add(FICHIERS, e.phrase())), utilisateur, form, pieces, champs);
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
            return e.with(depots);
        }
    }

    private @Nullable Instant delivery(List<Public> publics, MotForm form) {
        return publics.isEmpty()
                ? null
                : remise.of(publics.getFirst().ecoleId(), form.plusTard().orElse(null))
                        .orElse(null);
    }

    /// A draft is shown on a new page only: a form that comes back has what was just typed.
    private ModelAndView form(Page page, Utilisateur utilisateur, MotForm sent, List<UUID> depots, Champs champs) {
        var brouillon = brouillons.of(utilisateur, Publication.NOUVEAU).orElse(null);
        boolean resumed = brouillon != null && sent.isNew();
        var draft = sent.orDraft(brouillon);
        var form = resumed ? draft.pour(selection.still(utilisateur, Champ.FAMILLES, draft.pour())) : draft;
        var choix = selection.read(utilisateur, Champ.FAMILLES, form.pour(), form.cherche());
        Map<String, Object> parametres = new HashMap<>(Map.of("form", form, "choix", choix));
        parametres.put("brouillon", form.over(brouillon));
        parametres.put("sansPersonne", !MotAccess.of(utilisateur).publishesSomewhere());
        parametres.put(
                "deja", documents.uploads(utilisateur, resumed && depots.isEmpty() ? uploads(brouillon) : depots));
        var genre = genres.of(form.genre());
        parametres.put("genre", genre);
        parametres.put("genres", genres.all());
        parametres.put("champs", contents(page, genre.fields(champs, page.aujourdhui())));
        var visible = delivery(choix.publics(), form);
        if (visible != null) {
            parametres.put("etiquette", etiquettes.of(choix, visible, page.aujourdhui()));
        }
        return page.titled(t("Un mot aux familles")).view("liaison/ecriture/nouveau", parametres);
    }

    private static List<UUID> uploads(@Nullable Brouillon brouillon) {
        return brouillon == null
                ? List.of()
                : brouillon.choix("depots").stream()
                        .filter(id -> id.matches("[0-9a-f-]{36}"))
                        .map(UUID::fromString)
                        .toList();
    }

    private List<Content> contents(Page page, List<Encart> encarts) {
        return encarts.stream()
                .map(encart -> {
                    Map<String, Object> of = new HashMap<>(encart.parametres());
                    of.put("page", page);
                    return gabarits.part(encart.gabarit(), of);
                })
                .toList();
    }
}
