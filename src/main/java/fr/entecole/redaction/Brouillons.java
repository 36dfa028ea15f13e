package fr.entecole.redaction;

import fr.entecole.socle.Lecture;
import fr.entecole.socle.Utilisateur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What people are typing: the page keeps it from the first pause on, the room drops it once it is sent. It is nobody
/// else's: found by the person alone, whatever the place is called. A room that shows its form reads [#of] and gives
/// it to `redaction/_editeur`; one that has kept what the form sent says [#drop], in the same transaction.
@Component
public class Brouillons {

    private static final Pattern LIEU = Pattern.compile("[a-z0-9][a-z0-9.-]{0,119}");
    private static final Pattern NOM = Pattern.compile("[A-Za-z0-9_.-]{1,60}");
    private static final Pattern UUID_CODE = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int MOST_FIELDS = 60;
    private static final int LONGEST = 200_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ReglagesRedaction reglages;
    private final Clock clock;

    Brouillons(JdbcClient jdbc, JsonMapper json, ReglagesRedaction reglages, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.reglages = reglages;
        this.clock = clock;
    }

    public Optional<Brouillon> of(Utilisateur utilisateur, String lieu) {
        return of(utilisateur.personneId(), lieu);
    }

    /// When something was last typed there, for a page that reads several things at once.
    public static Lecture<Optional<Instant>> lastTyped(Utilisateur utilisateur, String lieu) {
        return Lecture.of(
                        "select ecrit_le from redaction.brouillon where personne_id = :qui and lieu = :lieu",
                        Map.of("qui", utilisateur.personneId(), "lieu", lieu),
                        (rs, _) -> Objects.requireNonNull(rs.getObject(1, OffsetDateTime.class))
                                .toInstant())
                .map(found -> found.stream().findFirst());
    }

    /// Keeps what is being typed, unless another tab or another device has gone on since: then nothing is overwritten.
    ///
    /// @param version the one that this page knows, 0 when it knows none
    /// @param base as [Brouillon#base]
    @Transactional
    public Suite keep(Utilisateur utilisateur, String lieu, int version, String base, Map<String, String> champs) {
        if (!LIEU.matcher(lieu).matches() || version < 0 || tooMuch(base, champs)) {
            return new Refuse();
        }
        var kept = version == 0 ? begin(utilisateur, lieu, base, champs) : goOn(utilisateur, lieu, version, champs);
        if (kept.isPresent()) {
            return new Garde(kept.get());
        }
        var now = of(utilisateur, lieu);
        if (now.isEmpty()) {
            return new Parti();
        }
        // sent twice because the answer was lost on its way
        return now.get().champs().equals(champs) ? new Garde(now.get().version()) : new Depasse(now.get());
    }

    /// Files that had arrived with it, by their numbers.
    public static List<UUID> depots(Brouillon brouillon) {
        return brouillon.choix("depots").stream()
                .filter(code -> UUID_CODE.matcher(code).matches())
                .map(UUID::fromString)
                .toList();
    }

    /// Once it is sent, or given up.
    public void drop(Utilisateur utilisateur, String lieu) {
        jdbc.sql("delete from redaction.brouillon where personne_id = :qui and lieu = :lieu")
                .param("qui", utilisateur.personneId())
                .param("lieu", lieu)
                .update();
    }

    private Optional<Brouillon> of(UUID personne, String lieu) {
        return jdbc.sql("""
                        select lieu, version, base, champs::text as champs, ecrit_le
                          from redaction.brouillon where personne_id = :qui and lieu = :lieu
                        """)
                .param("qui", personne)
                .param("lieu", lieu)
                .query(this::brouillon)
                .optional();
    }

    private Optional<Integer> begin(Utilisateur utilisateur, String lieu, String base, Map<String, String> champs) {
        var begun = jdbc.sql("""
                        insert into redaction.brouillon (personne_id, lieu, version, base, champs, ecrit_le)
                        values (:qui, :lieu, 1, :base, :champs::jsonb, :maintenant)
                        on conflict (personne_id, lieu) do nothing
                        returning version
                        """)
                .param("qui", utilisateur.personneId())
                .param("lieu", lieu)
                .param("base", base)
                .param("champs", json.writeValueAsString(champs))
                .param("maintenant", OffsetDateTime.now(clock))
                .query((rs, _) -> rs.getInt("version"))
                .optional();
        begun.ifPresent(_ -> jdbc.sql("""
                        delete from redaction.brouillon
                         where personne_id = :qui and lieu in (
                               select lieu from redaction.brouillon where personne_id = :qui
                                order by ecrit_le desc offset :plus)
                        """)
                .param("qui", utilisateur.personneId())
                .param("plus", reglages.brouillons())
                .update());
        return begun;
    }

    private Optional<Integer> goOn(Utilisateur utilisateur, String lieu, int version, Map<String, String> champs) {
        return jdbc.sql("""
                        update redaction.brouillon
                           set version = version + 1, champs = :champs::jsonb, ecrit_le = :maintenant
                         where personne_id = :qui and lieu = :lieu and version = :version
                        returning version
                        """)
                .param("qui", utilisateur.personneId())
                .param("lieu", lieu)
                .param("version", version)
                .param("champs", json.writeValueAsString(champs))
                .param("maintenant", OffsetDateTime.now(clock))
                .query((rs, _) -> rs.getInt("version"))
                .optional();
    }

    private static boolean tooMuch(String base, Map<String, String> champs) {
        return base.length() > 120
                || champs.isEmpty()
                || champs.size() > MOST_FIELDS
                || champs.keySet().stream().anyMatch(nom -> !NOM.matcher(nom).matches())
                || champs.values().stream().mapToInt(String::length).sum() > LONGEST;
    }

    private Brouillon brouillon(ResultSet rs, int row) throws SQLException {
        return new Brouillon(
                rs.getString("lieu"),
                rs.getInt("version"),
                rs.getString("base"),
                json.readValue(rs.getString("champs"), new TypeReference<Map<String, String>>() {}),
                Objects.requireNonNull(rs.getObject("ecrit_le", OffsetDateTime.class))
                        .toInstant());
    }

    /// What became of it.
    public sealed interface Suite {}

    /// @param version the one that the page knows from now on
    public record Garde(int version) implements Suite {}

    /// Something else was typed there since, which stays as it is.
    public record Depasse(Brouillon autre) implements Suite {}

    /// It was sent or given up elsewhere: nothing is kept until the page asks for a new one (version 0).
    public record Parti() implements Suite {}

    /// No place of ours, or too much to keep.
    public record Refuse() implements Suite {}
}
