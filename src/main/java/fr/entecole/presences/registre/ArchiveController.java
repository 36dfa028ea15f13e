package fr.entecole.presences.registre;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.presences.ActePresences;
import fr.entecole.presences.PresencesAccess;
import fr.entecole.presences.ReglagesPresences;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The sealed archive of a school, for its head.
@SousOnglet({OngletsAnnuaire.CLASSES})
@Controller
class ArchiveController {

    private final Signatures signatures;
    private final Journal journal;
    private final ReglagesPresences reglages;

    ArchiveController(Signatures signatures, Journal journal, ReglagesPresences reglages) {
        this.signatures = signatures;
        this.journal = journal;
        this.reglages = reglages;
    }

    @Pour(Profil.DIRECTEUR)
    @GetMapping("/presences/ecoles/{ecole}/archive")
    ModelAndView archive(Page page, Utilisateur utilisateur, @PathVariable UUID ecole) {
        directs(utilisateur, ecole);
        var signees = signatures.ofEcole(ecole);
        return page.titled(t("L’archive du registre"))
                .view(
                        "presences/registre/archive",
                        Map.of(
                                "ecole",
                                ecole,
                                "combien",
                                signees.size(),
                                "sceau",
                                signees.isEmpty() ? "" : signees.getLast().empreinte(),
                                "ans",
                                reglages.conservation().getYears()));
    }

    @Pour(Profil.DIRECTEUR)
    @PostMapping("/presences/ecoles/{ecole}/archive")
    ResponseEntity<byte[]> export(Utilisateur utilisateur, @PathVariable UUID ecole) {
        directs(utilisateur, ecole);
        journal.record(Fait.of(ActePresences.REGISTRE_EXPORTE, ecole)
                .by(utilisateur.compteId())
                .inEcole(ecole));
        return ExportController.file("registre.zip", "application/zip", Archive.write(signatures.ofEcole(ecole)));
    }

    private static void directs(Utilisateur utilisateur, UUID ecole) {
        if (!PresencesAccess.of(utilisateur).directs(ecole)) {
            throw new Introuvable();
        }
    }
}
