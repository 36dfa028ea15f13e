package fr.entecole.annuaire.complements;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.complements.Effet.Sort;
import fr.entecole.annuaire.declarations.ActeAnnuaire;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.Uuids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The files that schools and the region give: kept while they are read, applied whole or thrown away, once.
@Component
@Transactional
class ComplementsDeposes {

    private static final int SHOWN = 30;
    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};
    private static final TypeReference<Map<Long, Map<Integer, String>>> CORRECTED = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final PlansDesComplements plans;
    private final ApplicationDuPlan application;
    private final Appellations noms;
    private final Journal journal;
    private final JsonMapper json;
    private final Clock clock;

    ComplementsDeposes(
            JdbcClient jdbc,
            PlansDesComplements plans,
            ApplicationDuPlan application,
            Appellations noms,
            Journal journal,
            JsonMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.application = application;
        this.noms = noms;
        this.journal = journal;
        this.json = json;
        this.clock = clock;
    }

    /// @param ecole null: of many schools
    /// @param lieu the name of the school, empty for many
    /// @param genre null for those of before it was kept
    /// @param lisible its contents are still there
    /// @param corrigees by line, then by column
    /// @param appliquees lines that are done
    record Complement(
            UUID id,
            @Nullable UUID ecole,
            String lieu,
            String fichier,
            @Nullable Genre genre,
            LocalDate le,
            @Nullable LocalDate finiLe,
            boolean applique,
            int nouveaux,
            int changes,
            int refuses,
            boolean lisible,
            Map<String, String> reponses,
            Map<Long, Map<Integer, String>> corrigees,
            Set<Long> appliquees) {

        boolean open() {
            return finiLe == null && lisible;
        }

        private int rang() {
            return genre == null ? Genre.values().length : genre.ordinal();
        }

        boolean after(Complement other) {
            return rang() > other.rang();
        }
    }

    /// What became of an application that was asked for.
    enum Suite {
        FAIT,
        /// the directory or the answers have changed since it was shown
        AUTREMENT,
        FINI
    }

    /// @param ecole null: the region gives it, and its lines say which schools
    /// @param par personnel or agent
    UUID deposit(@Nullable UUID ecole, String fichier, Genre genre, byte[] octets, UUID par) {
        var id = Uuids.v7();
        jdbc.sql("""
                        insert into annuaire.complement (id, ecole_id, fichier, genre, contenu, depose_par, depose_le)
                        values (:id, :ecole, :fichier, :genre, :contenu, :par, :maintenant)
                        """)
                .param("id", id)
                .param("ecole", ecole)
                .param("fichier", fichier)
                .param("genre", genre.name())
                .param("contenu", octets)
                .param("par", par)
                .param("maintenant", OffsetDateTime.now(clock))
                .update();
        return id;
    }

    @Transactional(readOnly = true)
    public Optional<Complement> find(UUID id, Utilisateur utilisateur) {
        return read("where id = :id", Map.of("id", id)).stream()
                .filter(complement -> utilisateur.is(Profil.ADMINISTRATEUR)
                        || complement.ecole() != null
                                && Perimetre.of(utilisateur).directs(complement.ecole()))
                .findFirst();
    }

    /// The latest first.
    @Transactional(readOnly = true)
    public List<Complement> of(UUID ecole) {
        return read("where ecole_id = :ecole order by depose_le desc, id desc limit " + SHOWN, Map.of("ecole", ecole));
    }

    /// Those that this person gave for schools of the region.
    @Transactional(readOnly = true)
    public List<Complement> by(Utilisateur utilisateur) {
        return read(
                "where depose_par = :par order by depose_le desc, id desc limit " + SHOWN,
                Map.of("par", utilisateur.personneId()));
    }

    /// Those that wait to be confirmed where this one was given, in their order: pupils before who answers for them.
    public List<Complement> waiting(Complement complement, Utilisateur utilisateur) {
        return inOrder(complement.ecole() == null ? by(utilisateur) : of(complement.ecole()));
    }

    static List<Complement> inOrder(List<Complement> deposes) {
        return deposes.stream()
                .filter(Complement::open)
                .sorted(Comparator.comparingInt(Complement::rang).thenComparing(Complement::id))
                .toList();
    }

    private List<Complement> read(String where, Map<String, ?> parametres) {
        var rows =
                jdbc.sql("""
                        select id, ecole_id, fichier, genre, depose_le, fini_le, applique, nouveaux, changes, refuses,
                               contenu is not null as lisible, reponses, corrigees, appliquees
                          from annuaire.complement
                        """ + where).params(parametres).query(this::complement).list();
        var places = noms.ecoles(
                rows.stream().map(Complement::ecole).filter(Objects::nonNull).collect(Collectors.toSet()));
        return rows.stream().map(c -> with(c, places)).toList();
    }

    private static Complement with(Complement c, Map<UUID, String> places) {
        return new Complement(
                c.id(),
                c.ecole(),
                c.ecole() == null ? "" : places.getOrDefault(c.ecole(), ""),
                c.fichier(),
                c.genre(),
                c.le(),
                c.finiLe(),
                c.applique(),
                c.nouveaux(),
                c.changes(),
                c.refuses(),
                c.lisible(),
                c.reponses(),
                c.corrigees(),
                c.appliquees());
    }

    private Complement complement(ResultSet rs, int row) throws SQLException {
        return new Complement(
                Colonnes.uuid(rs, "id"),
                rs.getObject("ecole_id", UUID.class),
                "",
                rs.getString("fichier"),
                Genre.parse(rs.getString("genre")),
                day(rs.getObject("depose_le", OffsetDateTime.class)),
                rs.getObject("fini_le") == null ? null : day(rs.getObject("fini_le", OffsetDateTime.class)),
                rs.getBoolean("applique"),
                rs.getInt("nouveaux"),
                rs.getInt("changes"),
                rs.getInt("refuses"),
                rs.getBoolean("lisible"),
                json.readValue(rs.getString("reponses"), ANSWERS),
                json.readValue(rs.getString("corrigees"), CORRECTED),
                Set.copyOf(Arrays.asList((Long[]) rs.getArray("appliquees").getArray())));
    }

    private static LocalDate day(OffsetDateTime instant) {
        return Dates.day(instant.toInstant());
    }

    void answer(UUID id, Map<String, String> reponses) {
        var genre = Genre.parse(reponses.get("genre"));
        jdbc.sql("""
                        update annuaire.complement set reponses = :reponses::jsonb, genre = coalesce(:genre, genre)
                         where id = :id and fini_le is null
                        """)
                .param("id", id)
                .param("genre", genre == null ? null : genre.name())
                .param("reponses", json.writeValueAsString(reponses))
                .update();
    }

    /// Puts right what does not read in a line, before or after the rest was applied.
    ///
    /// @param valeurs by column
    void correct(UUID id, long ligne, Map<Integer, String> valeurs) {
        jdbc.sql("""
                        update annuaire.complement set corrigees = corrigees || :corrigee::jsonb
                         where id = :id and contenu is not null
                        """)
                .param("id", id)
                .param("corrigee", json.writeValueAsString(Map.of(ligne, valeurs)))
                .update();
    }

    /// All of it or nothing; one file of a school at a time. Once more for the lines that were corrected since.
    ///
    /// @param empreinte of the plan that was shown
    Suite apply(UUID id, String empreinte, Utilisateur utilisateur) {
        var open = jdbc.sql("select id from annuaire.complement where id = :id and contenu is not null for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
        var complement = find(id, utilisateur);
        if (open.isEmpty() || complement.isEmpty()) {
            return Suite.FINI;
        }
        lock(plans.of(complement.get(), utilisateur).ecoles());
        var plan = plans.of(complement.get(), utilisateur);
        if (complement.get().applique() && !plan.does()) {
            return Suite.FINI;
        }
        if (!plan.empreinte().equals(empreinte)) {
            return Suite.AUTREMENT;
        }
        application.run(plan, utilisateur);
        jdbc.sql("""
                        update annuaire.complement
                           set fini_le = :maintenant, applique = true, nouveaux = nouveaux + :nouveaux,
                               changes = changes + :changes, refuses = :refuses,
                               appliquees = appliquees || :appliquees
                         where id = :id
                        """)
                .param("id", id)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("nouveaux", plan.count(Sort.NOUVEAU))
                .param("changes", plan.count(Sort.CHANGE))
                .param("refuses", plan.count(Sort.REFUSE))
                .param("appliquees", plan.applied())
                .update();
        journal.record(Fait.of(ActeAnnuaire.COMPLEMENT_APPLIQUE, id)
                .by(utilisateur.compteId())
                .inEcoles(plan.ecoles()));
        return Suite.FAIT;
    }

    private void lock(List<UUID> schools) {
        jdbc.sql("select id from annuaire.structure where id = any(:ecoles) order by id for no key update")
                .param("ecoles", schools.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /// Thrown away: nothing is done, and its contents go at once.
    void drop(UUID id) {
        jdbc.sql("""
                        update annuaire.complement set fini_le = :maintenant, contenu = null, corrigees = '{}'
                         where id = :id and fini_le is null
                        """)
                .param("id", id)
                .param("maintenant", OffsetDateTime.now(clock))
                .update();
    }
}
