package fr.entecole.comptes.charte;

import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The versions of the five texts. The one in force is the last whose day has come.
@Component
class Chartes {

    private static final String COLUMNS = """
            select c.id, c.texte, c.version, c.effet_le, c.corps, encode(c.empreinte, 'hex') as empreinte
              from comptes.charte c
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Journal journal;

    Chartes(JdbcClient jdbc, Clock clock, Journal journal) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.journal = journal;
    }

    Charte enVigueur(Texte texte) {
        return jdbc.sql(COLUMNS + """
                         where c.texte = :texte and c.langue = 'fr' and c.effet_le <= :jour
                         order by c.version desc limit 1
                        """)
                .param("texte", texte.name())
                .param("jour", LocalDate.now(clock))
                .query(Chartes::charte)
                .single();
    }

    Optional<Charte> byId(UUID id) {
        return jdbc.sql(COLUMNS + " where c.id = :id")
                .param("id", id)
                .query(Chartes::charte)
                .optional();
    }

    /// Every version of every text, the last first.
    List<Charte> all() {
        return jdbc.sql(COLUMNS + " order by c.texte, c.version desc")
                .query(Chartes::charte)
                .list();
    }

    @Transactional
    public Charte publish(Texte texte, String corps, LocalDate effet, UUID par) {
        lock(jdbc, texte);
        var id = jdbc.sql("""
                        insert into comptes.charte (texte, version, effet_le, corps, empreinte, publiee)
                        select :texte, max(version) + 1, greatest(:effet, max(effet_le)), :corps,
                               sha256(convert_to(:corps, 'UTF8')), true
                          from comptes.charte where texte = :texte and langue = 'fr'
                        returning id
                        """)
                .param("texte", texte.name())
                .param("effet", effet)
                .param("corps", corps)
                .query((rs, _) -> rs.getObject("id", UUID.class))
                .single();
        journal.record(Fait.of(ActeCharte.CHARTE_PUBLIEE, id)
                .by(par)
                .with(Map.of("texte", texte.name(), "effet", effet.toString()))
                .ofRegion());
        return byId(id).orElseThrow();
    }

    /// Two who publish at once wait for each other instead of taking the same number.
    static void lock(JdbcClient jdbc, Texte texte) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('comptes.charte ' || :texte))")
                .param("texte", texte.name())
                .query((rs, _) -> true)
                .single();
    }

    static Charte charte(ResultSet rs, int row) throws SQLException {
        return new Charte(
                Objects.requireNonNull(rs.getObject("id", UUID.class)),
                Texte.valueOf(rs.getString("texte")),
                rs.getInt("version"),
                Objects.requireNonNull(rs.getObject("effet_le", LocalDate.class)),
                rs.getString("corps"),
                rs.getString("empreinte"));
    }
}
