package fr.entecole.liaison.suivi;

import fr.entecole.annuaire.Publics;
import fr.entecole.documents.Documents;
import fr.entecole.liaison.Genres;
import fr.entecole.liaison.LectureDesMots;
import fr.entecole.liaison.MotAccess;
import fr.entecole.liaison.PiecesDesMots;
import fr.entecole.liaison.ReglagesLiaison;
import fr.entecole.socle.Gabarits;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Page;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// A mot as the school has it: what it says and, for who may follow it by name, where each guardian stands.
@Component
public class PageDuSuivi {

    private final LectureDesMots lecture;
    private final LectureDuSuivi suivi;
    private final Publics publics;
    private final Documents documents;
    private final Genres genres;
    private final Lectures lectures;
    private final Gabarits gabarits;
    private final ReglagesLiaison reglages;
    private final Clock clock;

    PageDuSuivi(
            LectureDesMots lecture,
            LectureDuSuivi suivi,
            Publics publics,
            Documents documents,
            Genres genres,
            Lectures lectures,
            Gabarits gabarits,
            ReglagesLiaison reglages,
            Clock clock) {
        this.lecture = lecture;
        this.suivi = suivi;
        this.publics = publics;
        this.documents = documents;
        this.genres = genres;
        this.lectures = lectures;
        this.gabarits = gabarits;
        this.reglages = reglages;
        this.clock = clock;
    }

    /// @param fait what was just done
    public ModelAndView show(Page page, Utilisateur utilisateur, UUID id, String fait, Filtre filtre) {
        var mot = lecture.sent(utilisateur, id).orElseThrow(Introuvable::new);
        var access = MotAccess.of(utilisateur);
        var genre = genres.of(mot.genre());
        Map<String, Object> parametres = new HashMap<>(Map.of(
                "mot",
                mot,
                "pour",
                mot.familles().stream().map(publics::words).collect(Collectors.joining(", ")),
                "pieces",
                documents.of(PiecesDesMots.SALLE, List.of(mot.id())).getOrDefault(mot.id(), List.of()),
                "fin",
                reglages.fin(mot.annee()),
                "change",
                access.changes(mot),
                "fait",
                fait,
                "maintenant",
                clock.instant()));
        parametres.put("filtre", filtre);
        parametres.put("genre", genre);
        if (access.follows(mot)) {
            parametres.put("suivi", suivi.of(mot));
            parametres.put(
                    "encarts",
                    lectures.read(genre.forAuthor(mot, utilisateur)).stream()
                            .map(encart -> {
                                Map<String, Object> of = new HashMap<>(encart.parametres());
                                of.put("page", page);
                                return gabarits.part(encart.gabarit(), of);
                            })
                            .toList());
        }
        return page.titled(mot.titre()).view("liaison/suivi/suivi", parametres);
    }
}
