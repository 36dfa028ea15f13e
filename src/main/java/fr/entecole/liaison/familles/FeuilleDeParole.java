package fr.entecole.liaison.familles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.Calendriers;
import fr.entecole.liaison.ReglagesLiaison;
import fr.entecole.liaison.familles.LectureDesParoles.EnfantNomme;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// The form on which a guardian says something, with who will read it and when.
@Component
class FeuilleDeParole {

    private final Calendriers calendriers;
    private final ReglagesLiaison reglages;
    private final QuestionsPortees portees;
    private final Clock clock;

    FeuilleDeParole(Calendriers calendriers, ReglagesLiaison reglages, QuestionsPortees portees, Clock clock) {
        this.calendriers = calendriers;
        this.reglages = reglages;
        this.portees = portees;
        this.clock = clock;
    }

    ModelAndView show(
            Page page, NatureDeParole nature, ParoleForm form, List<EnfantNomme> enfants, @Nullable Parole parole) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("nature", nature);
        model.put("form", form);
        model.put("enfants", enfants);
        model.put("parole", parole);
        model.put("message", parole == null && goesAsMessage(page, nature, form, enfants));
        model.put("quand", quand(page, form, enfants, parole));
        model.put("fin", Dates.words(reglages.fin(AnneeScolaire.of(page.aujourdhui()))));
        return page.titled(parole == null ? nature.titre() : t("Changer ce que vous avez dit"))
                .view("liaison/familles/nouvelle", model);
    }

    /// Of the child who is chosen; as long as none is, of all.
    private boolean goesAsMessage(Page page, NatureDeParole nature, ParoleForm form, List<EnfantNomme> enfants) {
        var asks = page.utilisateur();
        if (nature != NatureDeParole.QUESTION || asks == null || enfants.isEmpty()) {
            return false;
        }
        var carried = portees.carried(asks);
        return enfants.stream()
                .filter(e -> form.enfant().isEmpty() || e.id().toString().equals(form.enfant()))
                .allMatch(e -> carried.contains(e.id()));
    }

    /// When the school hears of it, where it is not at once.
    private String quand(Page page, ParoleForm form, List<EnfantNomme> enfants, @Nullable Parole parole) {
        var ecole = parole != null
                ? parole.ecoleId()
                : enfants.stream()
                        .filter(e ->
                                form.enfant().isEmpty() || e.id().toString().equals(form.enfant()))
                        .map(EnfantNomme::ecole)
                        .findFirst()
                        .orElse(null);
        if (ecole == null) {
            return "";
        }
        var now = clock.instant();
        return calendriers
                .of(ecole)
                .delivery(now)
                .filter(due -> due.isAfter(now))
                .map(due -> Dates.momentAlone(due, page.aujourdhui()))
                .orElseGet(() -> t("Tout de suite"));
    }
}
