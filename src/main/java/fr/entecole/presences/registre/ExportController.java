package fr.entecole.presences.registre;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.papier.Imprimerie;
import fr.entecole.papier.Imprimerie.Attente;
import fr.entecole.presences.registre.RegistreImprime.Mois;
import fr.entecole.presences.registre.Signatures.Signee;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The month on paper and as CSV.
@SousOnglet({OngletsAnnuaire.CLASSE, OngletsAnnuaire.CLASSES})
@Controller
class ExportController {

    private final LectureDuRegistre lecture;
    private final Signatures signatures;
    private final Calendriers calendriers;
    private final ClassesDuRegistre classes;
    private final Imprimerie imprimerie;

    ExportController(
            LectureDuRegistre lecture,
            Signatures signatures,
            Calendriers calendriers,
            ClassesDuRegistre classes,
            Imprimerie imprimerie) {
        this.lecture = lecture;
        this.signatures = signatures;
        this.calendriers = calendriers;
        this.classes = classes;
        this.imprimerie = imprimerie;
    }

    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @GetMapping("/presences/ecoles/{ecole}/classes/{classe}/registre.csv")
    ResponseEntity<byte[]> csv(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @PathVariable UUID classe,
            @RequestParam(defaultValue = "") String mois) {
        classes.readable(utilisateur, ecole, classe);
        var feuille = sheet(ecole, classe, mois, page);
        return file(
                "registre-" + feuille.mois() + ".csv",
                "text/csv",
                (feuille.csv() + feuille.corrige()).getBytes(StandardCharsets.UTF_8));
    }

    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @PostMapping("/presences/ecoles/{ecole}/classes/{classe}/registre/impression")
    @Nullable
    ModelAndView print(
            Page page,
            Utilisateur utilisateur,
            HttpServletResponse response,
            @PathVariable UUID ecole,
            @PathVariable UUID classe,
            @RequestParam(defaultValue = "") String mois)
            throws IOException {
        var named = classes.readable(utilisateur, ecole, classe).classe();
        var feuille = sheet(ecole, classe, mois, page);
        var signees = signatures.of(ecole, classe, feuille.mois());
        return imprimerie.print(
                page,
                new Attente(
                        Map.of("mois", mois),
                        "",
                        "/presences/ecoles/" + ecole + "/classes/" + classe + "/registre",
                        t("Retour au registre")),
                response,
                () -> {
                    try (var tirage = imprimerie.open(response, "registre-" + feuille.mois())) {
                        tirage.add(List.of(RegistreImprime.of(named, new Mois(feuille, signees))));
                        tirage.finish();
                    }
                    return null;
                });
    }

    /// All months of the school year so far, or of the one of a class that is over, who signed each of them and when,
    /// the pages numbered across the whole.
    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @PostMapping("/presences/ecoles/{ecole}/classes/{classe}/registre/annee")
    @Nullable
    ModelAndView printYear(
            Page page,
            Utilisateur utilisateur,
            HttpServletResponse response,
            @PathVariable UUID ecole,
            @PathVariable UUID classe)
            throws IOException {
        var lue = classes.readable(utilisateur, ecole, classe);
        var today = page.aujourdhui();
        var year = lue.finie() ? lue.classe().annee() : AnneeScolaire.of(today);
        return imprimerie.print(
                page,
                new Attente(
                        Map.of(),
                        "",
                        "/presences/ecoles/" + ecole + "/classes/" + classe + "/registre",
                        t("Retour au registre")),
                response,
                () -> {
                    var calendrier = calendriers.of(ecole);
                    var rentree = year.debut();
                    var last = rentree.plusYears(1).minusDays(1);
                    var fin = last.isBefore(today) ? last : today;
                    var signees = signatures.of(ecole, classe, rentree, fin).stream()
                            .collect(Collectors.groupingBy(Signee::mois));
                    var annee = Stream.iterate(rentree, mois -> !mois.isAfter(fin), mois -> mois.plusMonths(1))
                            .map(mois -> lecture.of(ecole, classe, mois, calendrier, today))
                            .filter(feuille -> !feuille.lignes().isEmpty())
                            .map(feuille -> new Mois(feuille, signees.getOrDefault(feuille.mois(), List.of())))
                            .toList();
                    if (annee.isEmpty()) {
                        return Adresse.go("/presences/ecoles/{ecole}/classes/{classe}/registre", ecole, classe);
                    }
                    try (var tirage = imprimerie.open(response, "registre-" + year.rentree())) {
                        tirage.add(List.of(RegistreImprime.of(lue.classe(), year, annee)));
                        tirage.finish();
                    }
                    return null;
                });
    }

    private FeuilleDuMois sheet(UUID ecole, UUID classe, String mois, Page page) {
        return lecture.of(
                ecole,
                classe,
                RegistreController.mois(mois, page.aujourdhui()),
                calendriers.of(ecole),
                page.aujourdhui());
    }

    static ResponseEntity<byte[]> file(String name, String type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }
}
