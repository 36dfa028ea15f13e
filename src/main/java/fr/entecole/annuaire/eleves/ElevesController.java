package fr.entecole.annuaire.eleves;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.aaf.depots.EcartsDUnePersonne;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.annuaire.eleves.LectureDesEleves.Fiche;
import fr.entecole.annuaire.saisies.LiensFinis;
import fr.entecole.annuaire.saisies.Venues;
import fr.entecole.annuaire.saisies.Venues.Venue;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A pupil and whom to call, for those who teach them and for the head of their school; anyone else finds nothing.
@SousOnglet({OngletsAnnuaire.CLASSE, OngletsAnnuaire.CLASSES})
@Controller
class ElevesController {

    private final LectureDesEleves lecture;
    private final Lectures lectures;
    private final List<Venues> venues;

    /// @param venues none where there are no accounts
    ElevesController(LectureDesEleves lecture, Lectures lectures, List<Venues> venues) {
        this.lecture = lecture;
        this.lectures = lectures;
        this.venues = venues;
    }

    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @GetMapping("/annuaire/eleves/{id}")
    ModelAndView show(
            @PathVariable UUID id, Page page, Utilisateur utilisateur, @RequestParam(defaultValue = "") String fait) {
        var read = lectures.read(lecture.lecture(id, utilisateur.personneId())
                .with(EcartsDUnePersonne.of(id).with(LiensFinis.of(id), Map::entry), Map::entry));
        if (read.getKey().isEmpty()) {
            return Adresse.go(
                    "/annuaire/ecoles/{ecole}/departs",
                    lecture.left(id, utilisateur.personneId()).orElseThrow(Introuvable::new));
        }
        var fiche = read.getKey().get();
        return page.titled(fiche.nomComplet())
                .view(
                        "annuaire/eleves/eleve",
                        Map.of(
                                "fiche",
                                fiche,
                                "venues",
                                told(fiche),
                                "ecarts",
                                fiche.dirige() ? read.getValue().getKey() : List.of(),
                                "finis",
                                fiche.dirige() ? read.getValue().getValue() : List.of(),
                                "fait",
                                fiche.dirige() ? said(fait) : ""));
    }

    private static String said(String fait) {
        return switch (fait) {
            case "corrige" -> t("C’est fait : la fiche est corrigée.");
            case "ajoute" -> t("C’est fait : ce responsable est ajouté.");
            case "fini" -> t("C’est fait : le lien est fini. La raison reste ci-dessous.");
            case "revenu" -> t("C’est fait : le départ est annulé, l’enfant retrouve son compte.");
            default -> "";
        };
    }

    /// Of guardians who have come, to whom the head alone gives an access again; of no interest to the head.
    private Map<UUID, Venue> told(Fiche fiche) {
        Map<UUID, Venue> told = new HashMap<>();
        var contacts = fiche.contacts().keySet();
        if (!fiche.dirige() && !contacts.isEmpty()) {
            venues.forEach(source -> told.putAll(source.ofResponsables(contacts)));
        }
        return told;
    }
}
