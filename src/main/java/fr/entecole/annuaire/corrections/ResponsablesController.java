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
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The head adds a guardian whom the feed does not give a pupil, and ends such a link. A link of the feed is ended by
/// keeping the guardian out (`restrictions`), or in ONDE.
@SousOnglet(OngletsAnnuaire.CLASSES)
@Pour(Profil.DIRECTEUR)
@Controller
@RequestMapping("/annuaire/eleves/{eleve}/responsables")
class ResponsablesController {

    private final LectureDesEleves eleves;
    private final SaisiesDesFamilles familles;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ResponsablesController(
            LectureDesEleves eleves,
            SaisiesDesFamilles familles,
            Journal journal,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.eleves = eleves;
        this.familles = familles;
        this.journal = journal;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping("/nouveau")
    ModelAndView form(Page page, Utilisateur head, @PathVariable UUID eleve) {
        return view(page, fiche(eleve, head), ResponsableForm.EMPTY);
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
        if (erreurs.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                var id = Uuids.v7();
                familles.addResponsable(id, fiche.ecoleId(), form.responsable(), Source.MANUEL);
                familles.addLien(
                        id,
                        eleve,
                        form.lien(),
                        Source.MANUEL,
                        form.motif(),
                        form.jusqueAu().orElse(null));
                if (alike(id, eleve)) {
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
        return erreurs.isEmpty() ? Adresse.go("/annuaire/eleves/" + eleve) : view(page.with(erreurs), fiche, form);
    }

    /// Whoever is kept out does not come back by another sheet.
    private boolean alike(UUID responsable, UUID eleve) {
        return jdbc.sql("""
                        select exists (select 1 from annuaire.protege(:jour) p
                                         join annuaire.responsable k on k.id = p.responsable_id
                                         join annuaire.responsable r on r.id = :responsable
                                        where p.eleve_id = :eleve
                                          and 'NOMS' = any(annuaire.signes(r, k)))
                        """)
                .param("jour", LocalDate.now(clock))
                .param("responsable", responsable)
                .param("eleve", eleve)
                .query((rs, _) -> rs.getBoolean(1))
                .single();
    }

    /// Asked first, with what it does.
    @GetMapping("/{responsable}/fin")
    ModelAndView end(Page page, Utilisateur head, @PathVariable UUID eleve, @PathVariable UUID responsable) {
        var fiche = fiche(eleve, head);
        var contact = Optional.ofNullable(fiche.contacts().get(responsable))
                .filter(one -> one.ajoute() != null)
                .orElseThrow(Introuvable::new);
        return page.titled(t("Finir ce lien"))
                .view("annuaire/corrections/fin", Map.of("fiche", fiche, "contact", contact));
    }

    @PostMapping("/{responsable}/fin")
    ModelAndView end(Utilisateur head, @PathVariable UUID eleve, @PathVariable UUID responsable) {
        var fiche = fiche(eleve, head);
        var ended = transaction.execute(_ -> {
            boolean there = familles.endLien(responsable, eleve);
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
        return Adresse.go("/annuaire/eleves/" + eleve);
    }

    private Fiche fiche(UUID eleve, Utilisateur head) {
        return eleves.find(eleve, head.personneId()).filter(Fiche::dirige).orElseThrow(Introuvable::new);
    }

    private static ModelAndView view(Page page, Fiche fiche, ResponsableForm form) {
        return page.titled(t("Ajouter un responsable"))
                .view("annuaire/corrections/responsable", Map.of("fiche", fiche, "form", form));
    }
}
