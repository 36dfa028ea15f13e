package fr.entecole.presences.assiduite;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.annonces.AbsenceAnnoncee;
import fr.entecole.documents.Documents;
import fr.entecole.presences.Excuse;
import fr.entecole.presences.PresencesAccess;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// What the routes about a child's month share.
@Component
class PageDeLAssiduite {

    private static final String ADRESSE = "/presences/ecoles/{ecole}/eleves/{eleve}?mois={mois}";

    private final Suivis suivis;
    private final Amenagements amenagements;
    private final Documents documents;

    PageDeLAssiduite(Suivis suivis, Amenagements amenagements, Documents documents) {
        this.suivis = suivis;
        this.amenagements = amenagements;
        this.documents = documents;
    }

    ModelAndView view(Page page, Utilisateur utilisateur, UUID ecole, UUID eleve, LocalDate mois) {
        return view(page, utilisateur, ecole, eleve, mois, Map.of());
    }

    /// @param saisie what was typed in a form that comes back
    ModelAndView view(
            Page page, Utilisateur utilisateur, UUID ecole, UUID eleve, LocalDate mois, Map<String, String> saisie) {
        reads(utilisateur, ecole, eleve);
        var suivi = suivis.of(ecole, eleve, mois).orElseThrow(Introuvable::new);
        return page.titled(t("L’assiduité de {0}", suivi.nom()))
                .view(
                        "presences/assiduite/suivi",
                        Map.of(
                                "suivi",
                                suivi,
                                "amenagements",
                                amenagements.of(ecole, eleve),
                                "dirige",
                                PresencesAccess.of(utilisateur).directs(ecole),
                                "pieces",
                                documents.of(
                                        AbsenceAnnoncee.SALLE,
                                        suivi.excuses().stream().map(Excuse::id).toList()),
                                "saisie",
                                saisie));
    }

    static void reads(Utilisateur utilisateur, UUID ecole, UUID eleve) {
        if (!PresencesAccess.of(utilisateur).directs(ecole)
                && !Perimetre.of(utilisateur).teachesEleve(ecole, eleve)) {
            throw new Introuvable();
        }
    }

    static void directs(Utilisateur utilisateur, UUID ecole) {
        if (!PresencesAccess.of(utilisateur).directs(ecole)) {
            throw new Introuvable();
        }
    }

    /// « 2026-11 », else the month that runs.
    static LocalDate mois(String typed, LocalDate today) {
        return Dates.typed(typed + "-01").filter(m -> !m.isAfter(today)).orElse(today.withDayOfMonth(1));
    }

    /// Which of the absences of the page a field is of.
    static String champ(String nom, DemiJournee demi) {
        return nom + "-" + demi.jour() + "-" + demi.moment();
    }

    static ModelAndView done(UUID ecole, UUID eleve, LocalDate mois) {
        return Adresse.go(ADRESSE, ecole, eleve, mois.toString().substring(0, 7));
    }
}
