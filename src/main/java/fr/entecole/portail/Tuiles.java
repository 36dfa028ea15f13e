package fr.entecole.portail;

import fr.entecole.socle.Gabarits;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Page;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Tuile.Partie;
import fr.entecole.socle.Tuile.Place;
import fr.entecole.socle.Utilisateur;
import gg.jte.Content;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// What the tiles of all modules say to someone, whatever their number in one round trip to the database. One that
/// fails is left out, and said in the log.
@Component
class Tuiles {

    private static final Logger LOG = LoggerFactory.getLogger(Tuiles.class);

    private final List<Tuile> tuiles;
    private final Lectures lectures;
    private final Gabarits gabarits;

    Tuiles(List<Tuile> tuiles, Lectures lectures, Gabarits gabarits) {
        this.tuiles = tuiles;
        this.lectures = lectures;
        this.gabarits = gabarits;
    }

    /// In the order in which they stand.
    List<Partie> parts(Utilisateur utilisateur) {
        Map<Tuile, Lecture<List<Partie>>> asked = new LinkedHashMap<>();
        for (var tuile : tuiles) {
            try {
                if (tuile.concerns(utilisateur)) {
                    asked.put(tuile, tuile.parts(utilisateur));
                }
            } catch (RuntimeException e) {
                leaveOut(tuile, e);
            }
        }
        return lectures.read(asked, Tuiles::leaveOut).values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(Partie::ordre))
                .toList();
    }

    /// Those that stand there, drawn.
    List<Content> contents(List<Partie> parts, Place place, Page page) {
        return parts.stream()
                .filter(part -> part.place() == place)
                .map(part -> {
                    Map<String, Object> parameters = new HashMap<>(part.parametres());
                    parameters.put("page", page);
                    return gabarits.part(part.gabarit(), parameters);
                })
                .toList();
    }

    private static void leaveOut(Tuile tuile, RuntimeException cause) {
        LOG.error("une tuile manque à l’accueil : {}", tuile.getClass().getName(), cause);
    }
}
