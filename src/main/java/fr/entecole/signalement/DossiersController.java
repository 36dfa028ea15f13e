package fr.entecole.signalement;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.documents.Documents;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What was reported: decided about by those who do, followed by who has reported it, told to who wrote it once it is
/// decided.
@SousOnglet({Onglet.JOURNEE, OngletsAnnuaire.ECOLE, OngletsAnnuaire.ANNUAIRE})
@Pour({Profil.PARENT, Profil.ELEVE, Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.IEN, Profil.ADMINISTRATEUR})
@Controller
@RequestMapping("/signalements")
class DossiersController {

    private static final int LONGEST = 500;

    private final LectureDesDossiers lecture;
    private final Dossiers dossiers;
    private final Scelles preuves;
    private final Documents documents;
    private final Appellations appellations;
    private final Nouvelles nouvelles;
    private final ReglagesSignalement reglages;

    DossiersController(
            LectureDesDossiers lecture,
            Dossiers dossiers,
            Scelles preuves,
            Documents documents,
            Appellations appellations,
            Nouvelles nouvelles,
            ReglagesSignalement reglages) {
        this.lecture = lecture;
        this.dossiers = dossiers;
        this.preuves = preuves;
        this.documents = documents;
        this.appellations = appellations;
        this.nouvelles = nouvelles;
        this.reglages = reglages;
    }

    @GetMapping
    ModelAndView list(Page page, Utilisateur utilisateur) {
        boolean decides = utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.IEN, Profil.ADMINISTRATEUR);
        return page.titled(t("Les signalements"))
                .view(
                        "signalement/signalements",
                        Map.of(
                                "decide",
                                decides,
                                "aDecider",
                                decides ? lecture.toDecide(utilisateur) : List.of(),
                                "faits",
                                lecture.reportedBy(utilisateur)));
    }

    /// @param fait whether it was just reported, or decided
    @GetMapping("/{id}")
    ModelAndView show(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean fait) {
        var dossier = lecture.one(id).orElseThrow(Introuvable::new);
        Arrays.stream(SorteSignalement.values()).forEach(sorte -> nouvelles.read(utilisateur, sorte, id));
        if (DossierAccess.of(utilisateur).decides(dossier)) {
            return decide(page, dossier, "", "", fait);
        }
        boolean reported = lecture.reported(id, utilisateur);
        if (!reported && !DossierAccess.of(utilisateur).learns(dossier)) {
            throw new Introuvable();
        }
        boolean tu = utilisateur.is(Profil.ELEVE);
        var titre = reported ? t("Votre signalement") : t("Une décision sur ce que vous avez publié");
        var titreEleve = reported ? t("Ce que tu as signalé") : t("Une décision sur ce que tu as publié");
        return page.titled(tu ? titreEleve : titre)
                .view(
                        tu ? "signalement/suivi-eleve" : "signalement/suivi",
                        Map.of("dossier", dossier, "signale", reported, "fait", fait, "fin", reglages.fin(dossier)));
    }

    /// @param confirme said once more of what does not come back
    @PostMapping("/{id}/decision")
    ModelAndView decide(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String sens,
            @RequestParam(defaultValue = "") String motif,
            @RequestParam(defaultValue = "false") boolean confirme) {
        var dossier = theirs(utilisateur, id);
        var said = motif.strip();
        var chosen =
                Arrays.stream(Sens.values()).filter(s -> s.name().equals(sens)).findFirst();
        var erreurs = new Erreurs();
        if (chosen.isEmpty()) {
            erreurs.add("sens", t("Choisissez une décision."));
        }
        if (said.isEmpty() || said.length() > LONGEST) {
            erreurs.add("motif", t("Dites pourquoi, en {0} caractères au plus.", LONGEST));
        }
        if (chosen.filter(s -> s == Sens.RETIRE).isPresent() && erreurs.isEmpty() && !confirme && !dossier.retire()) {
            return page.titled(t("Retirer pour de bon"))
                    .view(
                            "signalement/retirer",
                            Map.of("dossier", dossier, "motif", said, "lecteurs", dossiers.readers(dossier)));
        }
        if (chosen.isPresent() && erreurs.isEmpty()) {
            if (dossiers.decide(dossier, chosen.get(), said, utilisateur)) {
                return Adresse.go("/signalements/{id}?fait=true", id);
            }
            erreurs.add("sens", t("Ce contenu est déjà retiré\u00a0: cela ne se défait pas."));
        }
        return decide(page.with(erreurs), dossier, sens, said, false);
    }

    @PostMapping("/{id}/masque")
    ModelAndView hide(Utilisateur utilisateur, @PathVariable UUID id) {
        dossiers.hide(theirs(utilisateur, id), utilisateur.compteId());
        return Adresse.go("/signalements/{id}", id);
    }

    @PostMapping("/{id}/montre")
    ModelAndView showAgain(Utilisateur utilisateur, @PathVariable UUID id) {
        dossiers.show(theirs(utilisateur, id), utilisateur.compteId());
        return Adresse.go("/signalements/{id}", id);
    }

    private Dossier theirs(Utilisateur utilisateur, UUID id) {
        return lecture.one(id).filter(DossierAccess.of(utilisateur)::decides).orElseThrow(Introuvable::new);
    }

    private ModelAndView decide(Page page, Dossier dossier, String sens, String motif, boolean fait) {
        var said = lecture.said(dossier.id());
        var noms = appellations.personnes(said.stream()
                .map(LectureDesDossiers.Dit::par)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList());
        Map<String, Object> parametres = new HashMap<>();
        parametres.put("dossier", dossier);
        parametres.put("dits", said);
        parametres.put("noms", noms);
        parametres.put("preuve", preuves.first(dossier.id()).orElse(null));
        parametres.put(
                "pieces",
                documents.of(PiecesDesPreuves.SALLE, List.of(dossier.id())).getOrDefault(dossier.id(), List.of()));
        parametres.put("sens", sens);
        parametres.put("motif", motif);
        parametres.put("fait", fait);
        parametres.put("fin", reglages.fin(dossier));
        return page.titled(t("Un contenu signalé")).view("signalement/decider", parametres);
    }
}
