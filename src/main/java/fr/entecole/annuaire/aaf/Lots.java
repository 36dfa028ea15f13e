package fr.entecole.annuaire.aaf;

import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The batches that were given, applied or not, newest first: what the region's administrator looks at.
@Component
public class Lots {

    private final JdbcClient jdbc;
    private final Lectures lectures;
    private final JsonMapper json;

    Lots(JdbcClient jdbc, Lectures lectures, JsonMapper json) {
        this.jdbc = jdbc;
        this.lectures = lectures;
        this.json = json;
    }

    /// @param genre `complet` or `delta`, null when the batch was refused before it was known
    /// @param etat `en-cours`, `applied`, `unchanged`, `held`, `refused`, `failed`, `withdrawn`
    /// @param counts by the report's words (`eleves`, …), those of what a held batch would do
    /// @param avertissements as many as the page lists, each as often as the feed says it
    /// @param refuses records refused, as listed in the report
    /// @param essai a rehearsal
    /// @param decision `ACCEPTE` or `ECARTE`, of a held one
    /// @param departs schools that nobody left yet, of which nobody has decided
    /// @param archive whether the archive is kept: what waits is decided on the screen
    /// @param depasse a later batch of the académie was applied: this one can only be put aside
    public record Lot(
            UUID id,
            String academie,
            @Nullable String genre,
            @Nullable LocalDate date,
            String etat,
            Instant commence,
            @Nullable Instant fini,
            Map<String, Rapport.Compte> counts,
            int avertissements,
            int refuses,
            @Nullable String raison,
            boolean essai,
            @Nullable String decision,
            int departs,
            boolean archive,
            boolean depasse) {

        /// Something was changed, or would be: otherwise its counts say nothing.
        boolean counted() {
            return etat.equals("applied")
                    || etat.equals("unchanged")
                    || etat.equals("withdrawn")
                    || etat.equals("held");
        }

        /// In a list its numbers are those of people: what was rehearsed or held counts once it is done, elsewhere.
        boolean done() {
            return counted() && (!etat.equals("held") || held());
        }

        /// Someone has to do something before the directory of the académie goes on.
        boolean waits() {
            return held() || departs > 0 || etat.equals("refused") || etat.equals("failed");
        }

        /// The region has to decide on all of it.
        boolean held() {
            return etat.equals("held") && decision == null && !essai;
        }

        /// Someone may say on the screen what becomes of it.
        boolean decidable() {
            return undecided() && archive && !depasse;
        }

        /// Nobody has said what becomes of it.
        boolean undecided() {
            return etat.equals("held") && decision == null;
        }

        Rapport.Compte of(String mot) {
            return Objects.requireNonNullElse(counts.get(mot), Rapport.Compte.ZERO);
        }
    }

    private static final String KNOWN = """
            id, academie, genre, date_lot, etat, commence_le, fini_le, essai, decision,
            (select coalesce(sum((w ->> 'count')::int), 0) from jsonb_array_elements(rapport -> 'warnings') w
              where w ->> 'code' <> 'departs-retenus') as avertissements,
            coalesce(jsonb_array_length(rapport -> 'refused'), 0) as refuses,
            (select count(*) from annuaire.depart_retenu r where r.lot_id = lot.id and r.decision is null) as departs,
            exists (select 1 from annuaire.depot p where p.lot_id = lot.id and p.effacee_le is null) as archive,
            exists (select 1 from annuaire.lot n where n.academie = lot.academie and n.id > lot.id
                                                   and n.etat in ('applied', 'unchanged')) as depasse,
            """;

    private static final String LOTS =
            "select " + KNOWN + " coalesce(rapport - 'refused' - 'warnings', '{}') as rapport from annuaire.lot";

    public List<Lot> latest(int n) {
        return lectures.read(Lecture.of(LOTS + " order by id desc limit :n", Map.of("n", n), this::lot));
    }

    /// The latest, and the last one of each académie, however long ago it came.
    Lecture<List<Lot>> lectureOfLatest(int n) {
        return Lecture.of(LOTS + """
                 where id = any(array(select k.id from annuaire.lot k order by k.id desc limit :n))
                    or id = any(array(select distinct on (k.academie) k.id from annuaire.lot k
                                       order by k.academie, k.id desc))
                 order by id desc
                """, Map.of("n", n), this::lot);
    }

    /// One batch with what it warned of and what it refused, as its report says them.
    Optional<LotDetaille> find(UUID id) {
        return jdbc.sql("select " + KNOWN + """
                         rapport, decidee_le, ecoles is not null as par_ecole,
                         case when etat = 'held' and decision is null then
                             (select count(*) from annuaire.eleve e
                               where e.academie = lot.academie and e.aaf_id is not null and e.suspendu_le is null)
                         end as presents,
                         (select g.prenom || ' ' || g.nom from annuaire.agent g where g.id = lot.decidee_par) as decidee_par,
                         (select jsonb_agg(jsonb_build_object('id', s.id, 'uai', coalesce(s.uai, ''),
                                                              'nom', coalesce(s.nom_usage, s.nom_courant),
                                                              'commune', coalesce(c.nom, ''), 'presents', r.presents,
                                                              'partants', r.partants, 'decision', r.decision)
                                          order by c.nom, s.uai)
                            from annuaire.depart_retenu r
                            join annuaire.structure s on s.id = r.structure_id
                            left join annuaire.commune c on c.insee = s.commune_insee
                           where r.lot_id = lot.id) as retenues
                    from annuaire.lot where id = :id
                """)
                .param("id", id)
                .query((rs, row) -> {
                    var rapport = rs.getString("rapport");
                    var tree = json.readTree(rapport == null ? "{}" : rapport);
                    var decidee = rs.getTimestamp("decidee_le");
                    return new LotDetaille(
                            lot(rs, row),
                            remarks(tree.path("warnings")),
                            remarks(tree.path("refused")),
                            rs.getBoolean("par_ecole"),
                            rs.getLong("presents"),
                            decidee == null ? null : decidee.toInstant(),
                            Noms.complet(rs.getString("decidee_par"), ""),
                            Colonnes.list(rs, "retenues", EcoleRetenue[].class));
                })
                .optional();
    }

    private Lot lot(ResultSet rs, int row) throws SQLException {
        var text = rs.getString("rapport");
        var rapport = json.readTree(text == null ? "{}" : text);
        var fini = rs.getTimestamp("fini_le");
        return new Lot(
                rs.getObject("id", UUID.class),
                rs.getString("academie"),
                rs.getString("genre"),
                rs.getObject("date_lot", LocalDate.class),
                rs.getString("etat"),
                rs.getTimestamp("commence_le").toInstant(),
                fini == null ? null : fini.toInstant(),
                counts(rapport),
                rs.getInt("avertissements"),
                rs.getInt("refuses"),
                rapport.path("reason").isString() ? rapport.path("reason").asString() : null,
                rs.getBoolean("essai"),
                rs.getString("decision"),
                rs.getInt("departs"),
                rs.getBoolean("archive"),
                rs.getBoolean("depasse"));
    }

    private static List<Remarque> remarks(JsonNode list) {
        return list.valueStream()
                // said apart, where it is decided
                .filter(node -> !node.path("code").asString("").equals("departs-retenus"))
                .map(node -> new Remarque(
                        Decideur.of(
                                node.path("code").asString(""),
                                node.path("kind").asString("")),
                        MotsDesChamps.inWords(node.path("message").asString("")),
                        node.path("count").asLong(1),
                        node.has("id")
                                ? List.of(node.path("id").asString(""))
                                : node.path("ids")
                                        .valueStream()
                                        .map(id -> id.asString(""))
                                        .toList()))
                .toList();
    }

    /// A school that lost too many pupils at once.
    ///
    /// @param decision null: nobody left it yet, and the region has to say
    record EcoleRetenue(
            UUID id,
            String uai,
            String nom,
            String commune,
            int presents,
            int partants,
            @Nullable String decision) {

        String titre() {
            return Noms.ecole(nom, commune);
        }
    }

    /// @param parEcole whether what it does is known school by school
    /// @param presents pupils of the académie, as long as the batch waits
    /// @param decideur empty when nobody decided, or when they were forgotten
    record LotDetaille(
            Lot lot,
            List<Remarque> avertissements,
            List<Remarque> refus,
            boolean parEcole,
            long presents,
            @Nullable Instant decidee,
            String decideur,
            List<EcoleRetenue> retenues) {

        List<EcoleRetenue> enAttente() {
            return retenues.stream().filter(ecole -> ecole.decision() == null).toList();
        }

        /// What one of them can do something about, most records first: the refused ones of one reason together.
        List<Remarque> of(Decideur decideur) {
            Map<String, Remarque> same = new LinkedHashMap<>();
            Stream.concat(refus.stream(), avertissements.stream())
                    .filter(remarque -> remarque.decideur() == decideur)
                    .forEach(remarque -> same.merge(remarque.message(), remarque, Remarque::and));
            return same.values().stream()
                    .sorted(Comparator.comparingLong(Remarque::nombre).reversed())
                    .toList();
        }
    }

    /// @param ids of the feed, the first ones only where there are many
    record Remarque(Decideur decideur, String message, long nombre, List<String> ids) {

        private static final int IDS = 50;

        Remarque and(Remarque autre) {
            return new Remarque(
                    decideur,
                    message,
                    nombre + autre.nombre,
                    Stream.concat(ids.stream(), autre.ids.stream()).limit(IDS).toList());
        }
    }

    private static Map<String, Rapport.Compte> counts(JsonNode rapport) {
        var source = rapport.has("planned") ? rapport.path("planned") : rapport;
        Map<String, Rapport.Compte> comptes = new LinkedHashMap<>();
        for (var mot : Rapport.MOTS) {
            var c = source.path(mot);
            comptes.put(
                    mot,
                    new Rapport.Compte(
                            c.path("created").asLong(0),
                            c.path("changed").asLong(0),
                            c.path("moved").asLong(0),
                            c.path("suspended").asLong(0),
                            c.path("revived").asLong(0),
                            c.path("archived").asLong(0),
                            c.path("unchanged").asLong(0),
                            c.path("refused").asLong(0)));
        }
        return comptes;
    }
}
