package fr.entecole.cahierdetextes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Classes.Classe;
import fr.entecole.cahierdetextes.CahierDeTextes.Auteur;
import fr.entecole.cahierdetextes.TravailForm.ParNiveau;
import fr.entecole.cahierdetextes.matieres.Matieres;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.documents.DepotRefuse;
import fr.entecole.documents.Documents;
import fr.entecole.documents.Exigence;
import fr.entecole.documents.Reception;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import fr.entecole.socle.web.Microphone;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Writing today's: what was done and what is to do, in one form, and last week's again.
@Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
@Controller
class EcritureController {

    static final String FICHIERS = "fichiers";

    private final LectureDuCahier lecture;
    private final Dons dons;
    private final Calendriers calendriers;
    private final ReglagesCahierDeTextes reglages;
    private final Matieres matieres;
    private final Reception reception;
    private final Documents documents;

    EcritureController(
            LectureDuCahier lecture,
            Dons dons,
            Calendriers calendriers,
            ReglagesCahierDeTextes reglages,
            Matieres matieres,
            Reception reception,
            Documents documents) {
        this.lecture = lecture;
        this.dons = dons;
        this.calendriers = calendriers;
        this.reglages = reglages;
        this.matieres = matieres;
        this.reception = reception;
        this.documents = documents;
    }

    /// @param jour for which it is, the next day of class where none is said
    @Microphone
    @GetMapping("/cahierdetextes/classes/{id}/nouveau")
    ModelAndView write(
            Page page, Utilisateur utilisateur, @PathVariable UUID id, @RequestParam(defaultValue = "") String jour) {
        var classe = written(utilisateur, id);
        var calendrier = calendriers.of(classe.ecoleId());
        var today = page.aujourdhui();
        var next = Semaine.next(calendrier, today).orElse(today.plusDays(1));
        var form = TravailForm.empty(Dates.typed(jour).orElse(next), Semaine.last(calendrier, today));
        return form(page, utilisateur, classe, form, ParNiveau.AUCUN, List.of());
    }

    @Microphone
    @PostMapping("/cahierdetextes/classes/{id}/travaux")
    ModelAndView give(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @ModelAttribute TravailForm form,
            @RequestParam Map<String, String> sent,
            @RequestParam(defaultValue = "") List<UUID> depots,
            @RequestParam(required = false) @Nullable List<MultipartFile> fichiers) {
        var classe = written(utilisateur, id);
        var calendrier = calendriers.of(classe.ecoleId());
        var par = ParNiveau.of(sent, classe.niveaux());
        var erreurs = form.erreurs(
                matieres.of(classe.ecoleId(), classe.niveaux()),
                par,
                day -> Semaine.hasClasse(calendrier, day),
                page.aujourdhui());
        var pieces = pieces(utilisateur, depots, fichiers, erreurs);
        var pour = dons.pour(utilisateur, classe, form);
        if (!erreurs.isEmpty()) {
            return form(page.with(erreurs), utilisateur, classe, form, par, pieces);
        }
        try {
            dons.give(utilisateur, classe, form, par, pour, form.jours(par, calendrier), pieces);
            var shown = form.gives(par) ? form.pourLe() : form.faitLeJour();
            return Adresse.go(
                    "/cahierdetextes/classes/{id}?semaine={semaine}&fait=donne&ecrit={ecrit}",
                    id,
                    shown,
                    Conseils.asksToWrite(
                            form.texte() + "\n" + String.join("\n", par.textes().values())));
        } catch (DepotRefuse e) {
            return form(page.with(erreurs.add(FICHIERS, e.phrase())), utilisateur, classe, form, par, pieces);
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

    /// What the week before would bring on the same days of this one, to choose from.
    ///
    /// @param semaine a day of the week to fill
    @GetMapping("/cahierdetextes/classes/{id}/copie")
    ModelAndView again(Page page, Utilisateur utilisateur, @PathVariable UUID id, @RequestParam String semaine) {
        var classe = written(utilisateur, id);
        var lundi = Semaine.lundi(semaine, page.aujourdhui());
        var lignes = dons.before(classe, lundi, calendriers.of(classe.ecoleId()));
        return page.titled(t("Reprendre la semaine d’avant"))
                .view("cahierdetextes/reprise", Map.of("classe", classe, "lundi", lundi, "lignes", lignes));
    }

    @PostMapping("/cahierdetextes/classes/{id}/copie")
    ModelAndView copy(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam String semaine,
            @RequestParam(defaultValue = "") List<UUID> lignes) {
        var classe = written(utilisateur, id);
        var lundi = Semaine.lundi(semaine, page.aujourdhui());
        int copied = dons.copy(utilisateur, classe, lundi, calendriers.of(classe.ecoleId()), lignes);
        var fait = copied == 0 ? "rien" : "copie";
        return Adresse.go("/cahierdetextes/classes/{id}?semaine={semaine}&fait={fait}", id, lundi, fait);
    }

    private Classe written(Utilisateur utilisateur, UUID id) {
        return lecture.cahierOf(utilisateur, id)
                .map(LectureDuCahier.Cahier::classe)
                .filter(classe ->
                        classe != null && TravailAccess.of(utilisateur).writes(classe.ecoleId(), classe.id()))
                .orElseThrow(Introuvable::new);
    }

    private ModelAndView form(
            Page page, Utilisateur utilisateur, Classe classe, TravailForm form, ParNiveau par, List<UUID> depots) {
        var jour = Dates.typed(form.jour()).orElse(page.aujourdhui());
        var choix = dons.choix(utilisateur, classe, jour);
        Map<String, Object> parametres = new HashMap<>(Map.of("classe", classe, "form", form, "choix", choix));
        parametres.put("par", par);
        parametres.put("soiree", reglages.soiree());
        parametres.put("fin", reglages.fin(classe.annee()));
        parametres.put("deja", documents.uploads(utilisateur, depots));
        return page.titled(t("Écrire dans le cahier de textes")).view("cahierdetextes/nouveau", parametres);
    }

    static Auteur auteur(Utilisateur utilisateur) {
        return new Auteur(utilisateur.compteId(), utilisateur.personneId());
    }
}
