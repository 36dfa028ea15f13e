package fr.entecole.liaison.reponses;

import fr.entecole.liaison.CahierDeLiaison;
import fr.entecole.liaison.Mot;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.Lecture;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What has changed in a mot between the version that somebody had before their eyes and the one that stands: lines
/// that are no longer there, lines that are new. None of either: only what is attached has changed.
public record Correction(List<String> avant, List<String> depuis) {

    /// Of a version that readers have had.
    private static final String LUE = """
            select v.titre, v.texte from liaison.version v
             where v.mot_id = :mot and v.numero = :lu and v.visible_le <= :depuis
            """;

    /// Of the form by which one answers: the number of the version that stands above it.
    public static final String CHAMP = "version";

    /// @param sent what the form carried; 0 where it carried none
    public static int lu(String sent) {
        return sent.matches("\\d{1,9}") ? Integer.parseInt(sent) : 0;
    }

    /// @param lu number of the version that was read
    /// @return empty where that is what the mot says, or no version at all
    public static Lecture<Optional<Correction>> since(int lu, Mot mot) {
        return lu < 1 || lu >= mot.numero()
                ? Lecture.known(Optional.empty())
                : Lecture.of(
                                LUE,
                                Map.of("mot", mot.id(), "lu", lu, "depuis", CahierDeLiaison.utc(mot.versionLe())),
                                (rs, _) -> between(
                                        lines(rs.getString("titre"), new TexteRiche(rs.getString("texte"))),
                                        lines(mot.titre(), mot.texte())))
                        .map(found -> found.stream().findFirst());
    }

    private static Correction between(SequencedSet<String> before, SequencedSet<String> now) {
        return new Correction(
                before.stream().filter(line -> !now.contains(line)).toList(),
                now.stream().filter(line -> !before.contains(line)).toList());
    }

    private static SequencedSet<String> lines(String titre, TexteRiche texte) {
        return Stream.concat(Stream.of(titre), texte.brut().lines())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
