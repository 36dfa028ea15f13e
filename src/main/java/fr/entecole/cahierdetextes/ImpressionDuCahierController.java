package fr.entecole.cahierdetextes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.cahierdetextes.LectureDuCahier.Cahier;
import fr.entecole.cahierdetextes.Mien.Ligne;
import fr.entecole.papier.Feuillet;
import fr.entecole.papier.Imprimerie;
import fr.entecole.papier.Imprimerie.Attente;
import fr.entecole.papier.TableauImprime;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Phrases;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Notebooks on paper: a week of a pupil or a family, a week of a class, and the whole year of a class for inspection,
/// month by month so that no year is held at once.
@fr.entecole.socle.contrats.HorsEnvoi
@Controller
class ImpressionDuCahierController {

    private static final int MONTHS = 12;

    private final LectureDuCahier lecture;
    private final Appellations appellations;
    private final Imprimerie imprimerie;

    ImpressionDuCahierController(LectureDuCahier lecture, Appellations appellations, Imprimerie imprimerie) {
        this.lecture = lecture;
        this.appellations = appellations;
        this.imprimerie = imprimerie;
    }

    @Pour({Profil.PARENT, Profil.ELEVE})
    @PostMapping("/cahierdetextes/semaine")
    @Nullable
    ModelAndView mine(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String semaine,
            HttpServletResponse response)
            throws IOException {
        var lundi = Semaine.lundi(semaine, page.aujourdhui());
        var attente = new Attente(
                Map.of("semaine", lundi.toString()), "", "/cahierdetextes?semaine=" + lundi, t("Retour à la semaine"));
        return imprimerie.print(page, attente, response, () -> {
            var mien = lecture.mine(utilisateur, lundi, lundi.plusDays(6));
            try (var tirage = imprimerie.open(response, "semaine-" + lundi)) {
                tirage.add(weeks(mien, lundi));
                tirage.finish();
            }
            return null;
        });
    }

    private static List<Feuillet> weeks(Mien mien, LocalDate lundi) {
        return mien.eleves().isEmpty()
                ? List.of(week(t("Le travail à faire"), "", lundi, List.of(), false)
                        .feuillet())
                : mien.eleves().stream()
                        .map(eleve -> week(
                                        t("Le travail {0}", Phrases.de(eleve.nomComplet())),
                                        "",
                                        lundi,
                                        mien.of(eleve),
                                        false)
                                .feuillet())
                        .toList();
    }

    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @PostMapping("/cahierdetextes/classes/{id}/semaine")
    @Nullable
    ModelAndView classe(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String semaine,
            HttpServletResponse response)
            throws IOException {
        var cahier = find(utilisateur, id);
        var lundi = Semaine.lundi(semaine, page.aujourdhui());
        return imprimerie.print(page, attente(id, Map.of("semaine", lundi.toString())), response, () -> {
            var lignes = lecture.read(id, lundi, lundi.plusDays(6));
            try (var tirage = imprimerie.open(response, "cahier-semaine-" + lundi)) {
                tirage.add(List.of(
                        week(titre(cahier), ecole(cahier), lundi, lignes, true).feuillet()));
                tirage.finish();
            }
            return null;
        });
    }

    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @PostMapping("/cahierdetextes/classes/{id}/annee")
    @Nullable
    ModelAndView year(Page page, Utilisateur utilisateur, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        var cahier = find(utilisateur, id);
        return imprimerie.print(page, attente(id, Map.of()), response, () -> {
            var ecole = ecole(cahier);
            try (var tirage = imprimerie.open(response, "cahier-de-textes-" + cahier.annee())) {
                boolean empty = true;
                for (int month = 0; month < MONTHS; month++) {
                    var first = cahier.annee().debut().withDayOfMonth(1).plusMonths(month);
                    var lignes = lecture.read(id, first, first.plusMonths(1).minusDays(1));
                    if (!lignes.isEmpty() || (empty && month == MONTHS - 1)) {
                        empty = false;
                        var mois = Phrases.dates("MMMM yyyy").format(first);
                        tirage.add(List.of(tableau(titre(cahier), ecole, mois, lignes, true)
                                .feuillet()));
                    }
                }
                tirage.finish();
            }
            return null;
        });
    }

    private Cahier find(Utilisateur utilisateur, UUID id) {
        return lecture.cahierOf(utilisateur, id).orElseThrow(Introuvable::new);
    }

    private static Attente attente(UUID id, Map<String, String> champs) {
        return new Attente(champs, "", "/cahierdetextes/classes/" + id, t("Retour au cahier de textes"));
    }

    private String ecole(Cahier cahier) {
        return appellations.ecoles(List.of(cahier.ecole())).getOrDefault(cahier.ecole(), "");
    }

    private static String titre(Cahier cahier) {
        return t("Cahier de textes, {0}", cahier.libelle());
    }

    private static TableauImprime week(String titre, String lieu, LocalDate lundi, List<Ligne> lignes, boolean ecole) {
        return tableau(titre, lieu, t("Semaine du {0}", Dates.words(lundi)), lignes, ecole);
    }

    /// @param ecole for the school, which reads for whom each line is
    private static TableauImprime tableau(
            String titre, String lieu, String chapeau, List<Ligne> lignes, boolean ecole) {
        var rows = new ArrayList<List<String>>();
        for (var ligne : lignes) {
            var travail = ligne.travail();
            var texte = travail.surPapier();
            rows.add(List.of(
                    Dates.jour(travail.jour()),
                    ecole ? travail.enteteDEcole() : travail.entete(),
                    travail.aFaire() ? "" : texte,
                    travail.aFaire() ? texte : ""));
        }
        if (rows.isEmpty()) {
            rows.add(List.of(t("Rien n’est écrit"), "", "", ""));
        }
        return new TableauImprime(
                titre,
                lieu,
                chapeau,
                List.of(t("Jour"), t("Matière"), t("Fait en classe"), t("À faire pour ce jour")),
                rows);
    }
}
