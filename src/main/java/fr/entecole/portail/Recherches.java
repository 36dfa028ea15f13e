package fr.entecole.portail;

import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Recherche;
import fr.entecole.socle.contrats.Recherche.Suite;
import fr.entecole.socle.contrats.Recherche.Trouvaille;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// What the rooms find for somebody, whatever their number in one round trip to the database. One that fails is left
/// out, and said in the log without what was typed.
@Component
class Recherches {

    private static final Logger LOG = LoggerFactory.getLogger(Recherches.class);

    private final List<Recherche> pieces;
    private final Lectures lectures;

    Recherches(List<Recherche> pieces, Lectures lectures) {
        this.pieces = pieces.stream()
                .sorted(Comparator.comparingInt(Recherche::ordre))
                .toList();
        this.lectures = lectures;
    }

    boolean concern(Utilisateur utilisateur) {
        return pieces.stream().anyMatch(piece -> piece.concerns(utilisateur));
    }

    /// In the order in which they stand: the rooms that found something, and those that look further by themselves.
    List<Section> find(String saisie, Utilisateur utilisateur) {
        Map<Recherche, Lecture<List<Trouvaille>>> asked = new LinkedHashMap<>();
        for (var piece : pieces) {
            try {
                if (piece.concerns(utilisateur)) {
                    asked.put(piece, piece.find(saisie, utilisateur));
                }
            } catch (RuntimeException e) {
                leaveOut(piece, e);
            }
        }
        var found = lectures.read(asked, Recherches::leaveOut);
        return found.entrySet().stream()
                .map(e -> Section.of(e.getKey(), e.getValue()))
                .filter(section -> !section.trouvailles().isEmpty() || section.suite() != null)
                .toList();
    }

    private static void leaveOut(Recherche piece, RuntimeException cause) {
        LOG.error("une pièce manque à la recherche : {}", piece.getClass().getName(), cause);
    }

    /// @param autres whether the room has found more than is shown
    record Section(
            String titre,
            List<Trouvaille> trouvailles,
            boolean autres,
            @Nullable Suite suite) {

        private static Section of(Recherche piece, List<Trouvaille> found) {
            return new Section(
                    piece.titre(),
                    found.stream().limit(Recherche.MONTREES).toList(),
                    found.size() > Recherche.MONTREES,
                    piece.suite());
        }
    }
}
