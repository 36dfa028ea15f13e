package fr.entecole.liaison.suivi;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.Publics;
import fr.entecole.documents.Documents;
import fr.entecole.documents.PieceJointe;
import fr.entecole.liaison.Encart;
import fr.entecole.liaison.Genres;
import fr.entecole.liaison.LectureDesMots;
import fr.entecole.liaison.MotAccess;
import fr.entecole.liaison.PiecesDesMots;
import fr.entecole.liaison.ReglagesLiaison;
import fr.entecole.socle.Gabarits;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Mention;
import fr.entecole.socle.Page;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    private final Relances relances;
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
            Relances relances,
            Gabarits gabarits,
            ReglagesLiaison reglages,
            Clock clock) {
        this.lecture = lecture;
        this.suivi = suivi;
        this.publics = publics;
        this.documents = documents;
        this.genres = genres;
        this.lectures = lectures;
        this.relances = relances;
        this.gabarits = gabarits;
        this.reglages = reglages;
        this.clock = clock;
    }

    /// @param fait what was just done, and for how many
    public ModelAndView show(Page page, Utilisateur utilisateur, UUID id, String fait, int combien, Filtre filtre) {
        var mot = lecture.sent(utilisateur, id).orElseThrow(Introuvable::new);
        var access = MotAccess.of(utilisateur);
        var genre = genres.of(mot.genre());
        boolean follows = access.follows(mot);
        boolean reads = access.readsAnswers(mot);
        var besides = genre.facts(mot)
                .map(Besides::of)
                .with(documents.lecture(PiecesDesMots.SALLE, mot.id()), Besides::joined)
                .with(follows ? genre.forAuthor(mot, utilisateur) : Lecture.known(List.of()), Besides::drawn);
        Map<String, Object> parametres = new HashMap<>();
        if (reads) {
            var read = lectures.read(suivi.lecture(mot).with(besides, Map::entry));
            var all = read.getKey().suivi();
            parametres.put(
                    "suivi", follows ? all : all.of(Perimetre.of(utilisateur).elevesTaught()));
            put(parametres, read.getKey().pour(), read.getValue(), page);
            if (follows && fait.equals("relance")) {
                parametres.put("relanceLe", relances.when(mot));
            }
        } else {
            var read = lectures.read(publics.lectureWords(mot.familles()).with(besides, Map::entry));
            put(parametres, read.getKey(), read.getValue(), page);
        }
        parametres.put("suit", follows);
        parametres.putAll(Map.of(
                "mot", mot,
                "fin", reglages.fin(mot.annee()),
                "change", access.changes(mot),
                "fait", fait,
                "combien", combien,
                "maintenant", clock.instant(),
                "filtre", filtre,
                "genre", genre));
        return page.titled(mot.titre()).view("liaison/suivi/suivi", parametres);
    }

    private void put(Map<String, Object> parametres, String pour, Besides other, Page page) {
        parametres.put("faits", other.faits);
        parametres.put("pour", pour);
        parametres.put("pieces", other.pieces);
        parametres.put(
                "encarts",
                other.encarts.stream()
                        .map(encart -> {
                            Map<String, Object> of = new HashMap<>(encart.parametres());
                            of.put("page", page);
                            return gabarits.part(encart.gabarit(), of);
                        })
                        .toList());
    }

    private record Besides(List<Mention> faits, List<PieceJointe> pieces, List<Encart> encarts) {

        private static Besides of(List<Mention> faits) {
            return new Besides(faits, List.of(), List.of());
        }

        private Besides joined(List<PieceJointe> those) {
            return new Besides(faits, those, encarts);
        }

        private Besides drawn(List<Encart> parts) {
            return new Besides(faits, pieces, parts);
        }
    }
}
