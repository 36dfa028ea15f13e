package fr.entecole.annuaire.restrictions;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.annuaire.eleves.LectureDesEleves;
import fr.entecole.annuaire.eleves.LectureDesEleves.Fiche;
import fr.entecole.documents.DepotRefuse;
import fr.entecole.documents.Documents;
import fr.entecole.documents.Reception;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// The head adds the scanned paper to a restriction that stands, or puts a better one in its place.
@SousOnglet(OngletsAnnuaire.CLASSES)
@Pour(Profil.DIRECTEUR)
@Controller
@RequestMapping("/annuaire/eleves/{eleve}/restrictions/{restriction}/papier")
class PapiersController {

    private final LectureDesEleves eleves;
    private final Restrictions restrictions;
    private final PapiersDesRestrictions papiers;
    private final Reception reception;
    private final Documents documents;

    PapiersController(
            LectureDesEleves eleves,
            Restrictions restrictions,
            PapiersDesRestrictions papiers,
            Reception reception,
            Documents documents) {
        this.eleves = eleves;
        this.restrictions = restrictions;
        this.papiers = papiers;
        this.reception = reception;
        this.documents = documents;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID eleve, @PathVariable UUID restriction, Page page, Utilisateur head) {
        return view(page, fiche(eleve, head), restriction, true, List.of(), head);
    }

    @PostMapping
    ModelAndView attach(
            @PathVariable UUID eleve,
            @PathVariable UUID restriction,
            @RequestParam(required = false) @Nullable List<MultipartFile> piece,
            @RequestParam(defaultValue = "") List<UUID> depots,
            @RequestParam(defaultValue = "false") boolean remplacer,
            Page page,
            Utilisateur head) {
        var fiche = fiche(eleve, head);
        var erreurs = new Erreurs();
        var papers = papers(depots, piece, erreurs, head);
        if (papers.isEmpty()) {
            if (erreurs.isEmpty()) {
                erreurs.add("piece", t("Choisissez le papier numérisé."));
            }
            return view(page.with(erreurs), fiche, restriction, remplacer, depots, head);
        }
        if (!papiers.attach(restriction, fiche, papers, remplacer, head)) {
            throw new Introuvable();
        }
        return RestrictionsController.done(eleve, "papier");
    }

    private List<UUID> papers(
            List<UUID> depots, @Nullable List<MultipartFile> piece, Erreurs erreurs, Utilisateur head) {
        try {
            return reception.take(head, depots, piece == null ? List.of() : piece, "", RestrictionForm.papers());
        } catch (DepotRefuse e) {
            erreurs.add("piece", RestrictionForm.refused(e.statut(), e.phrase()));
            return List.of();
        }
    }

    private Fiche fiche(UUID eleve, Utilisateur head) {
        return eleves.find(eleve, head.personneId()).filter(Fiche::dirige).orElseThrow(Introuvable::new);
    }

    private ModelAndView view(Page page, Fiche fiche, UUID id, boolean remplacer, List<UUID> depots, Utilisateur head) {
        var restriction = restrictions.of(fiche.id(), head.personneId()).stream()
                .filter(one -> one.id().equals(id) && one.levee() == null)
                .findFirst()
                .orElseThrow(Introuvable::new);
        return page.titled(t("Le papier d’une restriction"))
                .view(
                        "annuaire/restrictions/papier",
                        Map.of(
                                "fiche",
                                fiche,
                                "restriction",
                                restriction,
                                "remplacer",
                                remplacer,
                                "deja",
                                documents.uploads(head, depots)));
    }
}
