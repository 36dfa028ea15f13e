package fr.entecole.agenda;

import fr.entecole.agenda.EnfantsConcernes.Enfant;
import fr.entecole.annuaire.Publics;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Onglet;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One event, read.
@SousOnglet({AgendaTuile.AGENDA, Onglet.JOURNEE, OngletsAnnuaire.ECOLE})
@Controller
class EvenementController {

    private final LectureDeLAgenda lecture;
    private final Publics publics;
    private final Lectures lectures;
    private final Nouvelles nouvelles;
    private final ReglagesAgenda reglages;

    EvenementController(
            LectureDeLAgenda lecture,
            Publics publics,
            Lectures lectures,
            Nouvelles nouvelles,
            ReglagesAgenda reglages) {
        this.lecture = lecture;
        this.publics = publics;
        this.lectures = lectures;
        this.nouvelles = nouvelles;
        this.reglages = reglages;
    }

    /// @param fait what was just done: `publie`, `change`, `inchange`, `annule`, `deja`, `retabli`, `depasse`
    /// @param version the one that cancelling has left: it is undone from here as long as it is still this one
    @Pour({Profil.PARENT, Profil.ELEVE, Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL})
    @GetMapping("/agenda/evenements/{id}")
    ModelAndView show(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String fait,
            @RequestParam(defaultValue = "") String version) {
        var detail = lecture.one(utilisateur, id).orElseThrow(Introuvable::new);
        nouvelles.read(utilisateur, SorteAgenda.DATE_A_L_AGENDA, id);
        var event = detail.evenement();
        var enfants = EnfantsConcernes.of(event, lectures.read(EnfantsConcernes.lecture(utilisateur))).stream()
                .map(Enfant::prenom)
                .collect(Collectors.joining(", "));
        return page.titled(event.titre())
                .view(
                        "agenda/evenement",
                        Map.of(
                                "detail",
                                detail,
                                "pour",
                                utilisateur.is(Profil.PARENT, Profil.ELEVE)
                                        ? ""
                                        : event.adultes().stream()
                                                .map(publics::words)
                                                .collect(Collectors.joining(", ")),
                                "enfants",
                                enfants,
                                "change",
                                lecture.changes(utilisateur, detail),
                                "fin",
                                reglages.fin(event.annee()),
                                "fait",
                                fait,
                                "retablit",
                                fait.equals("annule") && version.equals("" + event.version())));
    }
}
