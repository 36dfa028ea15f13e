package fr.entecole.presences.registre;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.presences.Auteur;
import fr.entecole.presences.PresencesAccess;
import fr.entecole.presences.ReglagesPresences;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Confirmee;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The month of a class on screen, and its signature.
@SousOnglet({OngletsAnnuaire.CLASSE, OngletsAnnuaire.CLASSES})
@Controller
class RegistreController {

    private final LectureDuRegistre lecture;
    private final Signatures signatures;
    private final Registres registres;
    private final Calendriers calendriers;
    private final ClassesDuRegistre classes;
    private final ReglagesPresences reglages;
    private final Clock clock;

    RegistreController(
            LectureDuRegistre lecture,
            Signatures signatures,
            Registres registres,
            Calendriers calendriers,
            ClassesDuRegistre classes,
            ReglagesPresences reglages,
            Clock clock) {
        this.lecture = lecture;
        this.signatures = signatures;
        this.registres = registres;
        this.calendriers = calendriers;
        this.classes = classes;
        this.reglages = reglages;
        this.clock = clock;
    }

    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @GetMapping("/presences/ecoles/{ecole}/classes/{classe}/registre")
    ModelAndView show(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @PathVariable UUID classe,
            @RequestParam(defaultValue = "") String mois,
            @RequestParam(defaultValue = "false") boolean fait,
            @RequestParam(defaultValue = "false") boolean refuse) {
        var lue = classes.readable(utilisateur, ecole, classe);
        var month = mois(mois, page.aujourdhui());
        var calendrier = calendriers.of(ecole);
        var feuille = lecture.of(ecole, classe, month, calendrier, page.aujourdhui());
        var signees = signatures.of(ecole, classe, month);
        boolean wanted = PresencesAccess.of(utilisateur).directs(ecole)
                && !feuille.lignes().isEmpty()
                && (signees.isEmpty() || !signees.getLast().contenu().equals(feuille.csv()));
        boolean over = Registres.isOver(calendrier, month, clock.instant());
        return page.titled(t("Le registre d’appel"))
                .view(
                        "presences/registre/registre",
                        Map.of(
                                "classe",
                                lue.classe(),
                                "finie",
                                lue.finie(),
                                "feuille",
                                feuille,
                                "signees",
                                signees,
                                "aSigner",
                                wanted && over && (lue.finie() || feuille.isComplete()),
                                "pasFini",
                                wanted && !over,
                                "refuse",
                                refuse && wanted,
                                "fin",
                                reglages.fin(AnneeScolaire.of(month)),
                                "fait",
                                fait));
    }

    /// A month is signed once it is over and each of its rolls is called; of a class that is over, as it is.
    @Pour(Profil.DIRECTEUR)
    @Confirmee
    @PostMapping("/presences/ecoles/{ecole}/classes/{classe}/signature")
    ModelAndView sign(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @PathVariable UUID classe,
            @RequestParam(defaultValue = "") String mois) {
        if (!PresencesAccess.of(utilisateur).directs(ecole)) {
            throw new Introuvable();
        }
        var lue = classes.readable(utilisateur, ecole, classe);
        var month = Dates.typed(mois + "-01")
                .filter(m -> !m.isAfter(page.aujourdhui()))
                .orElseThrow(Introuvable::new);
        return registres.sign(ecole, classe, month, lue.finie(), Auteur.of(utilisateur), clock.instant())
                ? Adresse.go(
                        "/presences/ecoles/{ecole}/classes/{classe}/registre?mois={mois}&fait=true",
                        ecole,
                        classe,
                        mois)
                : Adresse.go(
                        "/presences/ecoles/{ecole}/classes/{classe}/registre?mois={mois}&refuse=true",
                        ecole,
                        classe,
                        mois);
    }

    static LocalDate mois(String typed, LocalDate today) {
        return Dates.typed(typed + "-01").filter(m -> !m.isAfter(today)).orElse(today.withDayOfMonth(1));
    }
}
