package fr.entecole.annuaire.corrections;

import static fr.entecole.socle.Phrases.t;

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
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The head ends a link that the school added, and says why. A link of the feed is ended by keeping the guardian out
/// (`restrictions`), or in ONDE.
@SousOnglet(OngletsAnnuaire.CLASSES)
@Pour(Profil.DIRECTEUR)
@Controller
@RequestMapping("/annuaire/eleves/{eleve}/responsables")
class FinsDeLiensController {

    private final LectureDesEleves eleves;
    private final FinsDesFamilles fins;
    private final Journal journal;
    private final TransactionTemplate transaction;

    FinsDeLiensController(
            LectureDesEleves eleves, FinsDesFamilles fins, Journal journal, TransactionTemplate transaction) {
        this.eleves = eleves;
        this.fins = fins;
        this.journal = journal;
        this.transaction = transaction;
    }

    /// Asked first, with what it does.
    @GetMapping("/{responsable}/fin")
    ModelAndView end(Page page, Utilisateur head, @PathVariable UUID eleve, @PathVariable UUID responsable) {
        return end(page, fiche(eleve, head), responsable, FinForm.EMPTY);
    }

    @PostMapping("/{responsable}/fin")
    ModelAndView end(
            Page page,
            Utilisateur head,
            @PathVariable UUID eleve,
            @PathVariable UUID responsable,
            @ModelAttribute FinForm form) {
        var fiche = fiche(eleve, head);
        var erreurs = form.erreurs(page.aujourdhui());
        if (!erreurs.isEmpty()) {
            return end(page.with(erreurs), fiche, responsable, form);
        }
        var ended = transaction.execute(_ -> {
            boolean there = fins.endLien(responsable, eleve, form.fin(head.personneId()));
            if (there) {
                journal.record(Fait.of(ActeAnnuaire.LIEN_FINI, responsable)
                        .by(head.compteId())
                        .inEcole(fiche.ecoleId()));
            }
            return there;
        });
        if (!Boolean.TRUE.equals(ended)) {
            throw new Introuvable();
        }
        return Adresse.go("/annuaire/eleves/{eleve}?fait=fini", eleve);
    }

    private static ModelAndView end(Page page, Fiche fiche, UUID responsable, FinForm form) {
        var contact = Optional.ofNullable(fiche.contacts().get(responsable))
                .filter(one -> one.ajoute() != null)
                .orElseThrow(Introuvable::new);
        return page.titled(t("Finir ce lien"))
                .view("annuaire/corrections/fin", Map.of("fiche", fiche, "contact", contact, "form", form));
    }

    private Fiche fiche(UUID eleve, Utilisateur head) {
        return eleves.find(eleve, head.personneId()).filter(Fiche::dirige).orElseThrow(Introuvable::new);
    }
}
