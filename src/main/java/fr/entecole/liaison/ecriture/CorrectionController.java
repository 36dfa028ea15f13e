package fr.entecole.liaison.ecriture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.destinataires.Champ;
import fr.entecole.comptes.destinataires.Selection;
import fr.entecole.documents.DepotRefuse;
import fr.entecole.liaison.CahierDeLiaison.Propos;
import fr.entecole.liaison.CahierDeLiaison.Redite;
import fr.entecole.liaison.CahierDeLiaison.Suite;
import fr.entecole.liaison.Champs;
import fr.entecole.liaison.LectureDesMots;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.MotAccess;
import fr.entecole.liaison.ecriture.Publication.Avec;
import fr.entecole.liaison.reponses.Correction;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.HorsEnvoi;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Correcting a mot, taking it back.
@Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
@Controller
class CorrectionController {

    private final RemiseDesMots remise;
    private final Publication publication;
    private final PageDEcriture ecriture;
    private final LectureDesMots lecture;
    private final Selection selection;
    private final PageDeCorrection correction;
    private final Jointes jointes;
    private final Retouches retouches;
    private final Clock clock;

    CorrectionController(
            RemiseDesMots remise,
            Publication publication,
            PageDEcriture ecriture,
            LectureDesMots lecture,
            Selection selection,
            PageDeCorrection correction,
            Jointes jointes,
            Retouches retouches,
            Clock clock) {
        this.remise = remise;
        this.publication = publication;
        this.ecriture = ecriture;
        this.lecture = lecture;
        this.selection = selection;
        this.correction = correction;
        this.jointes = jointes;
        this.retouches = retouches;
        this.clock = clock;
    }

    @GetMapping("/liaison/mots/{id}/correction")
    ModelAndView rewrite(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        var mot = changed(utilisateur, id, false);
        return correction.show(page, utilisateur, mot, MotForm.of(mot), Redite.RIEN, null, List.of(), Champs.VIDES);
    }

    /// @param sent with `texte-version`, the one that was changed (another has been written since: it is shown beside
    /// what was typed), `prevenir` (tell again those for whom it is), `resigner` (who had answered answers again), the
    /// fields of the kind
    /// @param otees what is attached and goes
    @PostMapping("/liaison/mots/{id}/correction")
    ModelAndView correct(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @ModelAttribute MotForm form,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") List<UUID> otees,
            @RequestParam(defaultValue = "") List<UUID> depots,
            @RequestParam(required = false) @Nullable List<MultipartFile> fichiers) {
        var mot = changed(utilisateur, id, true);
        var champs = new Champs(Map.copyOf(sent));
        var erreurs = form.searches() ? new Erreurs() : form.erreurs();
        var pieces = jointes.take(utilisateur, depots, fichiers, erreurs);
        if (lecture.sent(utilisateur, id).isEmpty()) {
            erreurs.add(
                    "texte",
                    t(
                            "Ce mot a été repris pendant que vous écriviez. Votre texte est ici\u00a0: publiez-le comme un nouveau mot."));
            var again = form.pour(
                    selection.still(utilisateur, Champ.FAMILLES, MotForm.of(mot).pour()));
            return ecriture.again(page.with(erreurs), utilisateur, again, pieces, Champs.VIDES);
        }
        boolean waits = !mot.isVisible(clock.instant());
        var retouche = retouches.of(mot, champs, page.aujourdhui(), form.searches() ? new Erreurs() : erreurs);
        boolean joint = retouche.changes() || !waits && !(pieces.isEmpty() && otees.isEmpty());
        boolean resigner =
                champs.one("resigner").equals("true") && mot.demande().asks();
        var planned = waits && !form.searches() ? retouches.planned(page, utilisateur, mot, form, erreurs) : null;
        var visible = remise.of(mot.ecoleId(), null);
        if (visible.isEmpty()) {
            erreurs.add(
                    "texte", t("Le calendrier de l’école ne permet aucune remise\u00a0: parlez-en à la direction."));
        }
        retouche.judgeAgain(mot, resigner, page.aujourdhui(), erreurs);
        boolean proposes = erreurs.isEmpty() && !waits && retouche.proposes(mot, champs, resigner, erreurs);
        var redite = new Redite(champs.one("prevenir").equals("true"), resigner || proposes, joint);
        if (erreurs.isEmpty() && !form.searches()) {
            publication.brake(utilisateur, mot, form, redite, planned, erreurs);
        }
        if (!erreurs.isEmpty() || form.searches()) {
            return correction.show(page.with(erreurs), utilisateur, mot, form, redite, null, pieces, champs);
        }
        int base = Correction.lu(champs.one("texte-version"));
        var propos = new Propos(form.titre(), form.redige());
        try {
            var avec = new Avec(pieces, otees, planned, retouche);
            var suite = publication.correct(utilisateur, mot, base, propos, visible.orElseThrow(), redite, avec);
            if (suite == Suite.DEPASSE) {
                var other = changed(utilisateur, id, false);
                var behind = Erreurs.of("texte", t("Relisez l’autre texte, puis publiez de nouveau le vôtre."));
                return correction.show(
                        page.with(behind), utilisateur, other, form, redite, other.texte(), pieces, champs);
            }
            return Adresse.go("/liaison/mots/{id}?fait={fait}", id, suite == Suite.CORRIGE ? "corrige" : "inchange");
        } catch (DepotRefuse e) {
            return correction.show(
                    page.with(erreurs.add("fichiers", e.phrase())),
                    utilisateur,
                    mot,
                    form,
                    redite,
                    null,
                    pieces,
                    champs);
        }
    }

    @HorsEnvoi
    @PostMapping("/liaison/mots/{id}/retrait")
    ModelAndView withdraw(Utilisateur utilisateur, @PathVariable UUID id) {
        ecriture.checkTakingBack(utilisateur);
        return publication.withdraw(utilisateur, changed(utilisateur, id, true))
                ? Adresse.go("/liaison?repris=true")
                : Adresse.go("/liaison/mots/{id}?fait=lu", id);
    }

    private Mot changed(Utilisateur utilisateur, UUID id, boolean repris) {
        return lecture.sent(utilisateur, id, repris)
                .filter(mot -> MotAccess.of(utilisateur).changes(mot))
                .orElseThrow(Introuvable::new);
    }
}
