package fr.entecole.annuaire.corrections;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.ActeAnnuaire;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.annuaire.eleves.LectureDesEleves;
import fr.entecole.annuaire.eleves.LectureDesEleves.Fiche;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.annuaire.saisies.SaisiesDesFamilles;
import fr.entecole.annuaire.saisies.SaisiesDesFamilles.Source;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.Uuids;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import fr.entecole.socle.web.Option;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The head adds a guardian whom the feed does not give a pupil: one who is in the school already keeps their account.
@SousOnglet(OngletsAnnuaire.CLASSES)
@Pour(Profil.DIRECTEUR)
@Controller
@RequestMapping("/annuaire/eleves/{eleve}/responsables")
class ResponsablesController {

    private final LectureDesEleves eleves;
    private final SaisiesDesFamilles familles;
    private final LectureDesSaisies lecture;
    private final Journal journal;
    private final TransactionTemplate transaction;

    ResponsablesController(
            LectureDesEleves eleves,
            SaisiesDesFamilles familles,
            LectureDesSaisies lecture,
            Journal journal,
            TransactionTemplate transaction) {
        this.eleves = eleves;
        this.familles = familles;
        this.lecture = lecture;
        this.journal = journal;
        this.transaction = transaction;
    }

    @GetMapping("/nouveau")
    ModelAndView form(Page page, Utilisateur head, @PathVariable UUID eleve) {
        return view(page, fiche(eleve, head), ResponsableForm.EMPTY, List.of());
    }

    @PostMapping
    ModelAndView add(Page page, Utilisateur head, @PathVariable UUID eleve, @ModelAttribute ResponsableForm form) {
        var fiche = fiche(eleve, head);
        var erreurs = form.erreurs(page.aujourdhui());
        var name = Noms.plain(form.prenom() + form.nom());
        if (fiche.contacts().values().stream()
                .anyMatch(c -> Noms.plain(c.nomComplet()).equals(name))) {
            erreurs.add("nom", t("Cette personne est déjà l’un de ses responsables."));
        }
        var known = erreurs.isEmpty() ? lecture.known(fiche.ecoleId(), eleve, form) : List.<Option>of();
        if (!known.isEmpty() && !form.decided(known)) {
            erreurs.add(
                    "personne",
                    t(
                            "Quelqu’un de ce nom est déjà dans l’école : dites si c’est cette personne. Elle garde alors son compte, et verra aussi cet enfant."));
        }
        if (erreurs.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                var id = link(fiche, form, known);
                if (lecture.looksKeptOut(id, eleve)) {
                    status.setRollbackOnly();
                    erreurs.add(
                            "nom",
                            t(
                                    "Cette personne ressemble à quelqu’un que vous avez écarté de cet enfant : voyez « Responsables écartés »."));
                } else {
                    journal.record(Fait.of(ActeAnnuaire.RESPONSABLE_AJOUTE, id)
                            .by(head.compteId())
                            .inEcole(fiche.ecoleId()));
                }
            });
        }
        return erreurs.isEmpty()
                ? Adresse.go("/annuaire/eleves/{eleve}?fait=ajoute", eleve)
                : view(page.with(erreurs), fiche, form, known);
    }

    /// The sheet that was there already, or a new one.
    private UUID link(Fiche fiche, ResponsableForm form, List<Option> known) {
        var id = form.chosen(known).orElseGet(Uuids::v7);
        if (form.chosen(known).isEmpty()) {
            familles.addResponsable(id, fiche.ecoleId(), form.responsable(), Source.MANUEL);
        }
        familles.addLien(
                id,
                fiche.id(),
                form.lien(),
                Source.MANUEL,
                form.motif(),
                form.jusqueAu().orElse(null));
        return id;
    }

    private Fiche fiche(UUID eleve, Utilisateur head) {
        return eleves.find(eleve, head.personneId()).filter(Fiche::dirige).orElseThrow(Introuvable::new);
    }

    private static ModelAndView view(Page page, Fiche fiche, ResponsableForm form, List<Option> known) {
        return page.titled(t("Ajouter un responsable"))
                .view("annuaire/corrections/responsable", Map.of("fiche", fiche, "form", form, "connus", known));
    }
}
