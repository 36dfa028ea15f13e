package fr.entecole.annuaire.perimetres;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.ActeAnnuaire;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.annuaire.tableaux.Tableau;
import fr.entecole.annuaire.tableaux.Tableau.TableauRefuse;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Erreurs;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// The region gives many people of the académie their accounts at once.
@SousOnglet(OngletsAnnuaire.ANNUAIRE)
@Pour(Profil.ADMINISTRATEUR)
@Controller
class FichierDesAgentsController {

    private static final int LARGEST = 1_000_000;

    private final FichierDesAgents fichier;
    private final Journal journal;

    FichierDesAgentsController(FichierDesAgents fichier, Journal journal) {
        this.fichier = fichier;
        this.journal = journal;
    }

    @GetMapping("/annuaire/agents/fichier")
    ModelAndView show(Page page) {
        return view(page, null);
    }

    /// A table to write over.
    @GetMapping("/annuaire/agents/fichier/modele")
    void sample(HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"modele-agents.csv\"");
        // without the mark spreadsheets lose the accents
        response.getOutputStream().write(("\ufeff" + fichier.sample()).getBytes(StandardCharsets.UTF_8));
    }

    /// Answers with what it did: giving the same file again adds nobody.
    @PostMapping("/annuaire/agents/fichier")
    ModelAndView take(
            Page page, Utilisateur utilisateur, @RequestParam(required = false) @Nullable MultipartFile tableau)
            throws IOException {
        if (tableau == null || tableau.isEmpty() || tableau.getSize() > LARGEST) {
            return view(page.with(Erreurs.of("tableau", t("Choisissez un fichier CSV de 1 Mo au plus."))), null);
        }
        FichierDesAgents.Bilan bilan;
        try {
            bilan = fichier.take(Tableau.words(tableau.getBytes()));
        } catch (TableauRefuse e) {
            return view(page.with(Erreurs.of("tableau", e.phrase())), null);
        }
        bilan.personnes()
                .forEach(personne -> journal.record(Fait.of(ActeAnnuaire.AGENT_AJOUTE, personne)
                        .by(utilisateur.compteId())
                        .ofRegion()));
        return view(
                bilan.fautes().isEmpty()
                        ? page
                        : page.with(Erreurs.of("tableau", t("Ce fichier est à corriger : personne n’a été ajouté."))),
                bilan);
    }

    private static ModelAndView view(Page page, FichierDesAgents.@Nullable Bilan bilan) {
        Map<String, Object> model = new HashMap<>();
        model.put("bilan", bilan);
        return page.titled(t("Des personnes de l’académie, par un fichier")).view("annuaire/perimetres/fichier", model);
    }
}
