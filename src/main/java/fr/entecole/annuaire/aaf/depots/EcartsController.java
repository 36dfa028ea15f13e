package fr.entecole.annuaire.aaf.depots;

import static fr.entecole.socle.Phrases.t;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.entecole.annuaire.declarations.ActeAnnuaire;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import fr.entecole.socle.web.Tranche;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What a batch does, school by school and by reason, on the screen and as a table to take away.
@Pour(Profil.ADMINISTRATEUR)
@Controller
class EcartsController {

    private static final int PAGE = 50;

    private final LectureDesEcarts lecture;
    private final Journal journal;

    EcartsController(LectureDesEcarts lecture, Journal journal) {
        this.lecture = lecture;
        this.journal = journal;
    }

    @GetMapping("/annuaire/lots/{id}/ecoles")
    ModelAndView schools(@PathVariable UUID id, @RequestParam(defaultValue = "") String apres, Page page) {
        var etat = lecture.etat(id).orElseThrow(Introuvable::new);
        var ecoles = Tranche.read(PAGE, most -> lecture.schools(id, apres, most), LectureDesEcarts.Ecole::cle);
        return page.titled(t("École par école"))
                .view(
                        "annuaire/aaf/depots/ecoles",
                        Map.of(
                                "lot",
                                id,
                                "ferait",
                                etat.equals("held"),
                                "premiere",
                                apres.isEmpty(),
                                "raisons",
                                apres.isEmpty() ? lecture.reasons(id) : List.of(),
                                "ecoles",
                                ecoles));
    }

    /// By a form, and told in the journal: what leaves the ENT is kept by whoever has it. Numbers of the feed, no name.
    @PostMapping("/annuaire/lots/{id}/tableau")
    void table(@PathVariable UUID id, Page page, Utilisateur utilisateur, HttpServletResponse response)
            throws IOException {
        if (lecture.etat(id).isEmpty()) {
            throw new Introuvable();
        }
        journal.record(Fait.of(ActeAnnuaire.ECARTS_EMPORTES, id)
                .by(utilisateur.compteId())
                .ofRegion());
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ecarts-" + page.aujourdhui() + ".csv\"");
        var output = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        output.write('\ufeff'); // without it spreadsheets lose the accents
        try (var csv = CsvWriter.builder().fieldSeparator(';').build(output)) {
            csv.writeRecord(
                    t("Code UAI"),
                    t("École"),
                    t("Commune"),
                    t("Sorte"),
                    t("Écart"),
                    t("Champs"),
                    t("Numéro dans le fichier"),
                    t("Nombre"));
            lecture.lines(
                    id,
                    ligne -> csv.writeRecord(
                            ligne.stream().map(EcartsController::plain).toList()));
        }
    }

    /// A name is no formula of a spreadsheet.
    private static String plain(String value) {
        return value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
    }
}
