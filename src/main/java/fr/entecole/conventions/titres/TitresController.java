package fr.entecole.conventions.titres;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.conventions.Convention;
import fr.entecole.conventions.regles.Montant;
import fr.entecole.papier.Imprimerie;
import fr.entecole.papier.Imprimerie.Attente;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The titres of a school year: what is due, what was issued, what was paid; a batch, a table for the accounting
/// system, payments read.
@SousOnglet(OngletsAnnuaire.ECOLES)
@Pour(Profil.ADMINISTRATEUR)
@Controller
class TitresController {

    private final LectureDesTitres lecture;
    private final Titres titres;
    private final Imprimerie imprimerie;

    TitresController(LectureDesTitres lecture, Titres titres, Imprimerie imprimerie) {
        this.lecture = lecture;
        this.imprimerie = imprimerie;
        this.titres = titres;
    }

    /// @param annee civil year of the rentrée; 0: the current one
    /// @param emis how many were just issued
    @GetMapping("/conventions/titres")
    ModelAndView list(
            Page page,
            @RequestParam(defaultValue = "0") int annee,
            @RequestParam(defaultValue = "") String apres,
            @RequestParam(defaultValue = "-1") int emis,
            @RequestParam(defaultValue = "-1") int lues,
            @RequestParam(defaultValue = "0") int deja,
            @RequestParam(defaultValue = "0") int inconnues) {
        return page(page, annee, apres, emis, new Titres.Import(lues, deja, inconnues), "");
    }

    private ModelAndView page(Page page, int asked, String apres, int emis, Titres.Import lu, String lignes) {
        int annee = asked == 0 ? AnneeScolaire.of(page.aujourdhui()).rentree() : asked;
        var due = titres.due(annee);
        return page.titled(t("Les titres de perception"))
                .view(
                        "conventions/titres/titres",
                        Map.of(
                                "annee",
                                annee,
                                "titres",
                                TitresDeLAnnee.of(lecture.ofAnnee(annee), apres),
                                "dus",
                                due.size(),
                                "montantDu",
                                due.stream()
                                        .map(c -> c.montant(page.aujourdhui()))
                                        .reduce(new Montant(0), Montant::plus),
                                "fenetres",
                                due.stream().filter(c -> isOpen(c, page)).count(),
                                "inconnus",
                                lecture.unknown(),
                                "emis",
                                emis,
                                "lu",
                                lu,
                                "lignes",
                                lignes));
    }

    private static boolean isOpen(Convention convention, Page page) {
        var fenetre = convention.parametres().fenetre();
        return fenetre != null && !page.aujourdhui().isAfter(fenetre.au());
    }

    @PostMapping("/conventions/titres/emission")
    ModelAndView emit(Utilisateur utilisateur, @RequestParam int annee) {
        return Adresse.go("/conventions/titres?annee={annee}&emis={emis}", annee, titres.emit(annee, utilisateur));
    }

    @PostMapping("/conventions/titres/paiements")
    ModelAndView read(
            Page page,
            Utilisateur utilisateur,
            @RequestParam int annee,
            @RequestParam(defaultValue = "") String lignes) {
        var read = LignesDePaiement.read(lignes, page.aujourdhui());
        if (!read.refus().isEmpty()) {
            return page(
                    page.with(Erreurs.of("lignes", read.refus())), annee, "", -1, new Titres.Import(-1, 0, 0), lignes);
        }
        var other = lecture.otherwise(read.paiements());
        if (other.isPresent()) {
            var before = other.get();
            var refusal = t(
                    "La référence {0} a déjà été lue pour un autre paiement\u00a0: titre {1}, {2}, le {3}. Corrigez-la. Rien n’a été lu.",
                    before.reference(), before.numero(), before.montant().chiffres(), Dates.words(before.jour()));
            return page(page.with(Erreurs.of("lignes", refusal)), annee, "", -1, new Titres.Import(-1, 0, 0), lignes);
        }
        var done = titres.read(read.paiements(), utilisateur);
        return Adresse.go(
                "/conventions/titres?annee={annee}&lues={lues}&deja={deja}&inconnues={inconnues}",
                annee,
                done.lues(),
                done.deja(),
                done.inconnues());
    }

    /// One line a titre, for the accounting system.
    @PostMapping("/conventions/titres/tableau")
    void table(Page page, Utilisateur utilisateur, HttpServletResponse response, @RequestParam int annee)
            throws IOException {
        titres.recordExport(utilisateur);
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"titres-" + annee + "-" + page.aujourdhui() + ".csv\"");
        TableauDesTitres.write(lecture.ofAnnee(annee), response.getOutputStream());
    }

    /// All titres of the year on paper, in the order of their numbers, to be posted.
    @PostMapping("/conventions/titres/documents")
    @Nullable
    ModelAndView documents(Page page, HttpServletResponse response, @RequestParam int annee) throws IOException {
        return imprimerie.print(
                page,
                new Attente(
                        Map.of("annee", String.valueOf(annee)),
                        t("Les titres restent tels qu’ils sont."),
                        "/conventions/titres",
                        t("Retour aux titres")),
                response,
                () -> {
                    try (var tirage = imprimerie.open(response, "titres-" + annee)) {
                        for (var titre : lecture.ofAnnee(annee)) {
                            tirage.add(List.of(TitreImprime.of(titre)));
                        }
                        tirage.finish();
                    }
                    return null;
                });
    }
}
