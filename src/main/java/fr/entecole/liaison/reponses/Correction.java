package fr.entecole.liaison.reponses;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.liaison.CahierDeLiaison;
import fr.entecole.liaison.GenreDeMot;
import fr.entecole.liaison.Mot;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Mention;
import fr.entecole.socle.Utilisateur;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What has changed in a mot between the version that somebody had before their eyes and the one that stands: lines
/// that are no longer there, lines that are new. None of either: only what is attached has changed.
public record Correction(List<String> avant, List<String> depuis) {

    /// Of a version that readers have had.
    private static final String LUE = """
            select v.numero, v.titre, v.texte, v.avant from liaison.version v
             where v.mot_id = :mot and v.numero = :lu and v.visible_le <= :depuis
            """;

    /// Of the one that this person has opened last, before the one that they have now.
    private static final String OUVERTE = """
            select v.numero, v.titre, v.texte, v.avant from liaison.version v
             where v.mot_id = :mot
               and v.numero = (select max(l.numero) from liaison.lecture l
                                where l.mot_id = :mot and l.personne_id = any(:personnes) and l.numero < :numero)
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
        return since(lu, mot, Lecture.known(Collections.emptyNavigableMap()));
    }

    /// With what its kind said too ([GenreDeMot#toldBefore]).
    public static Lecture<Optional<Correction>> since(int lu, Mot mot, GenreDeMot genre) {
        return since(lu, mot, genre.toldBefore(mot));
    }

    private static Lecture<Optional<Correction>> since(
            int lu, Mot mot, Lecture<NavigableMap<Integer, List<Mention>>> told) {
        return lu < 1 || lu >= mot.numero()
                ? Lecture.known(Optional.empty())
                : read(
                        LUE,
                        Map.of("mot", mot.id(), "lu", lu, "depuis", CahierDeLiaison.utc(mot.versionLe())),
                        mot,
                        told);
    }

    /// For who opens it again. Who has never opened what it said before is told nothing of it.
    public static Lecture<Optional<Correction>> sinceOpened(Utilisateur lecteur, Mot mot, GenreDeMot genre) {
        return !mot.corrige()
                ? Lecture.known(Optional.empty())
                : read(
                        OUVERTE,
                        Map.of(
                                "mot",
                                mot.id(),
                                "numero",
                                mot.numero(),
                                "personnes",
                                lecteur.personnes().toArray(UUID[]::new)),
                        mot,
                        genre.toldBefore(mot));
    }

    private static Lecture<Optional<Correction>> read(
            String sql, Map<String, ?> of, Mot mot, Lecture<NavigableMap<Integer, List<Mention>>> told) {
        return Lecture.of(
                        sql,
                        of,
                        (rs, _) -> new Version(
                                rs.getInt("numero"),
                                rs.getString("titre"),
                                new TexteRiche(rs.getString("texte")),
                                rs.getObject("avant", LocalDate.class)))
                .with(
                        told,
                        (found, facts) -> found.stream()
                                .findFirst()
                                .map(before -> between(
                                        before.lines(facts), Version.of(mot).lines(facts))));
    }

    private static Correction between(SequencedSet<String> before, SequencedSet<String> now) {
        return new Correction(
                before.stream().filter(line -> !now.contains(line)).toList(),
                now.stream().filter(line -> !before.contains(line)).toList());
    }

    private record Version(
            int numero,
            String titre,
            TexteRiche texte,
            @Nullable LocalDate avant) {

        static Version of(Mot mot) {
            return new Version(
                    mot.numero(), mot.titre(), mot.texte(), mot.demande().avant());
        }

        /// @param told facts as each version said them
        SequencedSet<String> lines(NavigableMap<Integer, List<Mention>> told) {
            var last = told.floorEntry(numero);
            var facts = last == null ? List.<Mention>of() : last.getValue();
            return Stream.of(
                            Stream.of(titre),
                            texte.brut().lines(),
                            facts.stream().map(fact -> t("{0}\u00a0: {1}", fact.libelle(), fact.valeur())),
                            Stream.ofNullable(avant).map(day -> t("Répondre jusqu’au {0}", Dates.jour(day))))
                    .flatMap(lines -> lines)
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }
}
