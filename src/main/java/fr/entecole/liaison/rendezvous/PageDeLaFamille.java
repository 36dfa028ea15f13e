package fr.entecole.liaison.rendezvous;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.liaison.Concernes.Enfant;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.reponses.Correction;
import fr.entecole.liaison.reponses.MotLu;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Page;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// Where a family chooses a meeting. Who takes one has signed what the mot says: words of it that they have not opened
/// yet stand above the hours, and are read there.
@Component
class PageDeLaFamille {

    private final LectureDesRendezVous lecture;
    private final MotLu lu;
    private final Lectures lectures;
    private final Clock clock;

    PageDeLaFamille(LectureDesRendezVous lecture, MotLu lu, Lectures lectures, Clock clock) {
        this.lecture = lecture;
        this.lu = lu;
        this.lectures = lectures;
        this.clock = clock;
    }

    /// @param parSoi asked by a page that is open, which shows what it says and does not know whether anybody reads it
    ModelAndView show(Page page, Utilisateur utilisateur, Mot mot, List<Enfant> enfants, Fait fait, boolean parSoi) {
        var proposition = lecture.of(mot.id()).orElseThrow(Introuvable::new);
        boolean corrected = fait.quoi.equals(Issue.CORRIGE.code());
        Map<String, Object> model = new HashMap<>(Map.of(
                "mot",
                mot,
                "proposition",
                proposition,
                "enfants",
                enfants,
                "personnes",
                utilisateur.personnes(),
                "souhaits",
                lecture.wishes(mot.id(), utilisateur.personnes()),
                "fait",
                fait,
                "dit",
                fait.phrase(enfants),
                "texte",
                corrected || mot.luLe() == null,
                "maintenant",
                clock.instant()));
        if (corrected) {
            lectures.read(Correction.since(Correction.lu(fait.lu), mot)).ifPresent(correction -> {
                model.put("correction", correction);
                model.put(
                        "libre",
                        proposition.creneaux().stream()
                                .anyMatch(c -> c.id().toString().equals(fait.creneau) && c.isFree(clock.instant())));
                model.put("dit", "");
            });
        }
        if (corrected || mot.luLe() == null) {
            model.put("pieces", lu.pieces(mot));
        }
        if (!parSoi) {
            lu.opened(utilisateur, mot);
        }
        return page.titled(t("Choisir un rendez-vous")).view("liaison/rendezvous/choisir", model);
    }

    /// What was just done, as the address says it.
    ///
    /// @param quoi code of an [Issue], empty for nothing
    /// @param creneau that was asked for and is not taken, empty for none
    /// @param lu number of the version that was read then
    record Fait(String quoi, String eleve, String creneau, String lu) {

        private String phrase(List<Enfant> enfants) {
            return enfants.stream()
                    .filter(e -> e.id().toString().equals(eleve))
                    .findFirst()
                    .map(e -> Issue.phrase(quoi, e.nom()))
                    .orElseGet(() -> Issue.phrase(quoi, false));
        }

        boolean asked(String ofEleve, String ofCreneau) {
            return quoi.equals(Issue.CORRIGE.code()) && eleve.equals(ofEleve) && creneau.equals(ofCreneau);
        }
    }
}
