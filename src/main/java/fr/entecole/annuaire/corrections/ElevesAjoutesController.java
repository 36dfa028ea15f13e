package fr.entecole.annuaire.corrections;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.declarations.ActeAnnuaire;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
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
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The head adds a pupil whom the feed does not have yet; `DepartsController` says that one has left.
@SousOnglet(OngletsAnnuaire.CLASSES)
@Pour(Profil.DIRECTEUR)
@Controller
class ElevesAjoutesController {

    private final LectureDesSaisies lecture;
    private final SaisiesDesFamilles familles;
    private final Journal journal;
    private final TransactionTemplate transaction;

    ElevesAjoutesController(
            LectureDesSaisies lecture, SaisiesDesFamilles familles, Journal journal, TransactionTemplate transaction) {
        this.lecture = lecture;
        this.familles = familles;
        this.journal = journal;
        this.transaction = transaction;
    }

    @GetMapping("/annuaire/ecoles/{ecole}/eleves/nouveau")
    ModelAndView form(Page page, Utilisateur head, @PathVariable UUID ecole) {
        return view(page, directed(head, ecole), EleveForm.EMPTY);
    }

    @PostMapping("/annuaire/ecoles/{ecole}/eleves")
    ModelAndView add(Page page, Utilisateur head, @PathVariable UUID ecole, @ModelAttribute EleveForm form) {
        directed(head, ecole);
        var erreurs = form.erreurs(page.aujourdhui());
        var classe = lecture.classes(ecole).stream()
                .filter(option -> option.valeur().equals(form.classe()))
                .findFirst();
        if (classe.isEmpty()) {
            erreurs.add("classe", t("Choisissez la classe."));
        }
        if (erreurs.isEmpty()) {
            lecture.there(ecole, form.eleve()).ifPresent(phrase -> erreurs.add("nom", phrase));
        }
        if (!erreurs.isEmpty()) {
            return view(page.with(erreurs), ecole, form);
        }
        var id = Uuids.v7();
        transaction.executeWithoutResult(_ -> {
            familles.addEleve(id, ecole, form.eleve(), Source.MANUEL);
            familles.enroll(id, UUID.fromString(form.classe()));
            record(ActeAnnuaire.ELEVE_AJOUTE, id, ecole, head);
        });
        return Adresse.go("/annuaire/eleves/" + id);
    }

    private static UUID directed(Utilisateur head, UUID ecole) {
        if (!Perimetre.of(head).directs(ecole)) {
            throw new Introuvable();
        }
        return ecole;
    }

    private void record(ActeAnnuaire acte, UUID eleve, UUID ecole, Utilisateur head) {
        journal.record(Fait.of(acte, eleve).by(head.compteId()).inEcole(ecole));
    }

    private ModelAndView view(Page page, UUID ecole, EleveForm form) {
        return page.titled(t("Ajouter un élève"))
                .view(
                        "annuaire/corrections/eleve",
                        Map.of("ecole", ecole, "classes", lecture.classes(ecole), "form", form));
    }
}
