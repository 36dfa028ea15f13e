package fr.entecole.conventions.region;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.conventions.Annees;
import fr.entecole.conventions.Convention;
import fr.entecole.conventions.Conventions;
import fr.entecole.conventions.LectureDesConventions;
import fr.entecole.conventions.regles.Etat;
import fr.entecole.conventions.titres.LectureDesTitres;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Tranche;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// All conventions of a school year, by state and by whose turn it is; a table to take away, reminders to all that
/// wait.
@SousOnglet(OngletsAnnuaire.ECOLES)
@Pour(Profil.ADMINISTRATEUR)
@Controller
class ConventionsDeLaRegionController {

    private static final int SHOWN = 50;

    private final LectureDuTableau tableau;
    private final LectureDesConventions lecture;
    private final Conventions conventions;
    private final LectureDesTitres titres;
    private final Annees annees;
    private final Emports emports;

    ConventionsDeLaRegionController(
            LectureDuTableau tableau,
            LectureDesConventions lecture,
            Conventions conventions,
            LectureDesTitres titres,
            Annees annees,
            Emports emports) {
        this.tableau = tableau;
        this.lecture = lecture;
        this.conventions = conventions;
        this.titres = titres;
        this.annees = annees;
        this.emports = emports;
    }

    /// @param relances how many communes were just written to
    @GetMapping("/conventions/region")
    ModelAndView board(
            Page page,
            @RequestParam(defaultValue = "0") int annee,
            @RequestParam(defaultValue = "") String etat,
            @RequestParam(defaultValue = "") String tour,
            @RequestParam(defaultValue = "") String attente,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String apres,
            @RequestParam(defaultValue = "-1") int relances) {
        var choix = new Choix(year(annee, page), etat, tour, attente, q.strip());
        var found = tableau.find(choix, page.aujourdhui(), apres, SHOWN + 1);
        var shown = Tranche.read(SHOWN, _ -> lecture.of(found.ids()), Convention::numero);
        return page.titled(t("Les conventions de la région"))
                .view(
                        "conventions/region/conventions",
                        Map.of(
                                "conventions",
                                shown,
                                "choix",
                                choix,
                                "nombre",
                                found.nombre(),
                                "comptes",
                                tableau.counts(choix.annee(), page.aujourdhui()),
                                "attendues",
                                found.commune(),
                                "annees",
                                annees.published(),
                                "relances",
                                relances));
    }

    private static int year(int annee, Page page) {
        return annee == 0 ? AnneeScolaire.of(page.aujourdhui()).rentree() : annee;
    }

    @PostMapping("/conventions/region/relances")
    ModelAndView remind(
            Page page,
            Utilisateur utilisateur,
            @RequestParam int annee,
            @RequestParam(defaultValue = "") String etat,
            @RequestParam(defaultValue = "") String attente,
            @RequestParam(defaultValue = "") String q) {
        var choix = new Choix(annee, etat, Etat.Tour.COMMUNE.name(), attente, q.strip());
        int sent = conventions.remind(tableau.all(choix, page.aujourdhui()), utilisateur);
        return Adresse.go(
                "/conventions/region?annee={annee}&etat={etat}&attente={attente}&q={q}&relances={relances}",
                annee,
                etat,
                attente,
                q,
                sent);
    }

    @PostMapping("/conventions/region/tableau")
    void table(
            Page page,
            Utilisateur utilisateur,
            HttpServletResponse response,
            @RequestParam int annee,
            @RequestParam(defaultValue = "") String etat,
            @RequestParam(defaultValue = "") String tour,
            @RequestParam(defaultValue = "") String attente,
            @RequestParam(defaultValue = "") String q)
            throws IOException {
        emports.record(utilisateur);
        var choix = new Choix(annee, etat, tour, attente, q.strip());
        var found = lecture.of(tableau.all(choix, page.aujourdhui()));
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"conventions-" + annee + "-" + page.aujourdhui() + ".csv\"");
        TableauDesConventions.write(found, titres.ofAnnee(annee), page.aujourdhui(), response.getOutputStream());
    }
}
