package fr.entecole.annuaire.corrections;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.declarations.ActeAnnuaire;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.annuaire.eleves.LectureDesEleves;
import fr.entecole.annuaire.eleves.LectureDesEleves.Fiche;
import fr.entecole.annuaire.saisies.FinsDesFamilles;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The head says that a pupil whom the school added has left, after having read what closes with them, and takes it
/// back. Those of the feed leave by ONDE.
@SousOnglet(OngletsAnnuaire.CLASSES)
@Pour(Profil.DIRECTEUR)
@Controller
class DepartsController {

    private final LectureDesEleves eleves;
    private final LectureDesDeparts lecture;
    private final FinsDesFamilles fins;
    private final Journal journal;
    private final TransactionTemplate transaction;

    DepartsController(
            LectureDesEleves eleves,
            LectureDesDeparts lecture,
            FinsDesFamilles fins,
            Journal journal,
            TransactionTemplate transaction) {
        this.eleves = eleves;
        this.lecture = lecture;
        this.fins = fins;
        this.journal = journal;
        this.transaction = transaction;
    }

    /// Asked first, with what it does.
    @GetMapping("/annuaire/eleves/{eleve}/fin")
    ModelAndView ask(Page page, Utilisateur head, @PathVariable UUID eleve) {
        return view(page, added(eleve, head), new DepartForm(page.aujourdhui().toString(), ""));
    }

    @PostMapping("/annuaire/eleves/{eleve}/fin")
    ModelAndView leave(Page page, Utilisateur head, @PathVariable UUID eleve, @ModelAttribute DepartForm form) {
        var fiche = added(eleve, head);
        var erreurs = form.erreurs(page.aujourdhui());
        if (!erreurs.isEmpty()) {
            return view(page.with(erreurs), fiche, form);
        }
        transaction.executeWithoutResult(_ -> {
            if (fins.endEleve(eleve, fiche.ecoleId(), form.depart(head.personneId()))) {
                record(ActeAnnuaire.ELEVE_PARTI, eleve, fiche.ecoleId(), head);
            }
        });
        return Adresse.go("/annuaire/ecoles/{ecole}/departs?fait=dit", fiche.ecoleId());
    }

    @GetMapping("/annuaire/ecoles/{ecole}/departs")
    ModelAndView list(
            Page page, Utilisateur head, @PathVariable UUID ecole, @RequestParam(defaultValue = "") String fait) {
        return page.titled(t("Les départs que l’école a dits"))
                .view(
                        "annuaire/corrections/departs",
                        Map.of("ecole", directed(head, ecole), "partis", lecture.of(ecole), "fait", said(fait)));
    }

    private static String said(String fait) {
        return switch (fait) {
            case "dit" -> t("C’est fait : le départ est dit, et son compte est fermé.");
            case "tard" -> t("Cet élève était déjà revenu, ou n’est plus dans l’annuaire : rien n’a changé.");
            default -> "";
        };
    }

    @PostMapping("/annuaire/ecoles/{ecole}/departs/{depart}/annulation")
    ModelAndView undo(Utilisateur head, @PathVariable UUID ecole, @PathVariable UUID depart) {
        directed(head, ecole);
        var back = Objects.requireNonNull(transaction.execute(_ -> {
            var eleve = fins.undoDepart(depart, ecole, head.personneId());
            eleve.ifPresent(one -> record(ActeAnnuaire.DEPART_ANNULE, one, ecole, head));
            return eleve;
        }));
        return back.map(eleve -> Adresse.go("/annuaire/eleves/{eleve}?fait=revenu", eleve))
                .orElseGet(() -> Adresse.go("/annuaire/ecoles/{ecole}/departs?fait=tard", ecole));
    }

    private void record(ActeAnnuaire acte, UUID eleve, UUID ecole, Utilisateur head) {
        journal.record(Fait.of(acte, eleve).by(head.compteId()).inEcole(ecole));
    }

    private static UUID directed(Utilisateur head, UUID ecole) {
        if (!Perimetre.of(head).directs(ecole)) {
            throw new Introuvable();
        }
        return ecole;
    }

    private Fiche added(UUID eleve, Utilisateur head) {
        return eleves.find(eleve, head.personneId())
                .filter(fiche -> fiche.dirige() && fiche.ajoute())
                .orElseThrow(Introuvable::new);
    }

    private ModelAndView view(Page page, Fiche fiche, DepartForm form) {
        return page.titled(t("Dire son départ"))
                .view(
                        "annuaire/corrections/depart",
                        Map.of("fiche", fiche, "seuls", lecture.alone(fiche.id()), "form", form));
    }
}
