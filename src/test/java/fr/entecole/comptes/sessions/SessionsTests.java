package fr.entecole.comptes.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.entecole.ComptageSql;
import fr.entecole.EntTest;
import fr.entecole.HorlogeDeTest;
import fr.entecole.comptes.Fraicheur;
import fr.entecole.socle.Uuids;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import tools.jackson.databind.json.JsonMapper;

@EntTest
class SessionsTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource base;

    @Autowired
    JsonMapper json;

    final HorlogeDeTest clock = new HorlogeDeTest();
    final UUID compte = Uuids.v7();
    Sessions sessions;

    @BeforeEach
    void nobodySignedIn() {
        jdbc.sql("truncate comptes.session").update();
        sessions = node();
    }

    private Sessions node() {
        return node(Caffeine.newBuilder().build());
    }

    private Sessions node(Cache<ByteBuffer, SessionEnt.Ligne> lues) {
        return node(jdbc, lues);
    }

    private Sessions node(JdbcClient jdbc, Cache<ByteBuffer, SessionEnt.Ligne> lues) {
        var reglages = new SessionReglages(Duration.ofMinutes(60), Duration.ofHours(12), Duration.ofHours(2), Map.of());
        return new Sessions(
                jdbc, json, clock, reglages, lues, Caffeine.newBuilder().build(), new Fraicheur());
    }

    @Test
    void keepsNothingForAVisitor() {
        sessions.save(sessions.createSession());
        assertThat(rows()).isZero();
    }

    @Test
    void keepsAClassOpenForItsTwoHoursAndNoLonger() {
        var session = sessions.createSession();
        session.setAttribute(SessionEnt.COMPTE, compte.toString());
        session.setAttribute(
                SessionEnt.FIN, clock.instant().plus(Duration.ofHours(2)).toString());
        sessions.save(session);
        clock.advance(Duration.ofMinutes(119));
        var still = node().findById(session.getId());
        assertThat(still).as("untouched for two hours but a minute").isNotNull();
        still.setLastAccessedTime(clock.instant());
        sessions.save(still);
        clock.advance(Duration.ofMinutes(1));
        assertThat(node().findById(session.getId())).as("used or not").isNull();
    }

    @Test
    void seesAVisitByTheClockOfTheHouseWhateverTheFilterReads() {
        clock.advance(Duration.ofDays(6));
        var session = sessions.createSession();
        session.setAttribute(SessionEnt.COMPTE, compte.toString());
        session.setLastAccessedTime(clock.instant().minus(Duration.ofDays(6)));
        sessions.save(session);
        assertThat(node().findById(session.getId())).isNotNull();
    }

    @Test
    void neverStoresTheIdentifierItself() {
        var id = open();
        assertThat(id).hasSize(43);
        assertThat(jdbc.sql("select count(*) from comptes.session s where s::text like '%' || :id || '%'")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void isFoundByAnotherNodeAndAfterARestart() {
        var id = open();
        assertThat(node().findById(id)).isNotNull();
        assertThat(node().findById(id).compte()).isEqualTo(compte);
    }

    @Test
    void isNotFoundUnderAnotherName() {
        open();
        assertThat(sessions.findById("x".repeat(43))).isNull();
        assertThat(sessions.findById("")).isNull();
        assertThat(sessions.findById("x".repeat(10_000))).isNull();
    }

    @Test
    void costsOneReadThenNothing() {
        var id = open();
        assertThat(ComptageSql.during(() -> visit(id))).hasSize(1);
        clock.advance(Duration.ofMinutes(1));
        assertThat(ComptageSql.during(() -> visit(id))).isEmpty();
    }

    @Test
    void writesTheVisitsOfEveryoneTogetherAndEachOnceAMinute() {
        var ids = List.of(open(), open(), open());
        clock.advance(Duration.ofMinutes(1));
        ids.forEach(this::visit);
        assertThat(ComptageSql.during(sessions::writeSeen)).hasSize(1);
        assertThat(jdbc.sql("select count(*) from comptes.session where vue_le = :now")
                        .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        ids.forEach(this::visit);
        assertThat(ComptageSql.during(sessions::writeSeen)).isEmpty();
    }

    @Test
    void writesAtOnceAVisitThatCouldComeTooLate() {
        var id = open();
        clock.advance(Duration.ofMinutes(59));
        visit(id);
        clock.advance(Duration.ofMinutes(2));
        assertThat(node().findById(id)).isNotNull();
    }

    /// A base that is out of reach for a moment takes neither the page nor the visit.
    @Test
    void keepsForTheNextBeatAVisitThatCannotBeWritten() {
        var cut = new AtomicBoolean();
        var node = node(
                JdbcClient.create(new DelegatingDataSource(base) {
                    @Override
                    public Connection getConnection() throws SQLException {
                        if (cut.get()) {
                            throw new SQLTransientConnectionException("out of reach");
                        }
                        return super.getConnection();
                    }
                }),
                Caffeine.newBuilder().build());
        var session = node.findById(open());
        clock.advance(Duration.ofMinutes(59));
        session.setLastAccessedTime(clock.instant());
        cut.set(true);
        node.save(session);
        cut.set(false);
        node.writeSeen();
        clock.advance(Duration.ofMinutes(2));
        assertThat(node().findById(session.getId())).isNotNull();
    }

    @Test
    void writesAVisitOnceHoweverOftenOneRequestSavesIt() {
        var id = open();
        visit(id);
        clock.advance(Duration.ofMinutes(1));
        var session = java.util.Objects.requireNonNull(sessions.findById(id));
        session.setLastAccessedTime(clock.instant());
        assertThat(ComptageSql.during(() -> {
                    sessions.save(session);
                    sessions.save(session);
                    sessions.writeSeen();
                }))
                .hasSize(1);
    }

    @Test
    void endsAfterAnHourWithoutAVisit() {
        var id = open();
        clock.advance(Duration.ofMinutes(59));
        visit(id);
        clock.advance(Duration.ofMinutes(59));
        assertThat(sessions.findById(id)).isNotNull();
        clock.advance(Duration.ofMinutes(1));
        assertThat(sessions.findById(id)).isNull();
        assertThat(node().findById(id)).isNull();
    }

    @Test
    void endsAfterTwelveHoursWhateverOneDoes() {
        var id = open();
        for (int i = 0; i < 23; i++) {
            clock.advance(Duration.ofMinutes(30));
            visit(id);
        }
        clock.advance(Duration.ofMinutes(30));
        assertThat(sessions.findById(id)).isNull();
    }

    @Test
    void isForgottenOnceEnded() {
        open();
        clock.advance(Duration.ofHours(13));
        assertThat(sessions.purge()).isOne();
        assertThat(rows()).isZero();
    }

    /// What a device sealed in it waits for the same person; the stay itself is over.
    @Test
    void isRememberedForSixHoursWhereADeviceKeepsSomethingOfIt() {
        var id = open();
        var session = sessions.findById(id);
        session.setAttribute(SessionEnt.GARDE, "empreinte");
        sessions.save(session);
        clock.advance(Duration.ofMinutes(359));
        assertThat(sessions.purge()).isZero();
        assertThat(node().findById(id)).isNull();
        clock.advance(Duration.ofMinutes(2));
        assertThat(sessions.purge()).isOne();
    }

    @Test
    void neverComesBackOnceSignedOut() {
        var id = open();
        var elsewhere = node();
        var late = elsewhere.findById(id);
        sessions.deleteById(id);
        assertThat(sessions.findById(id)).isNull();
        clock.advance(Duration.ofMinutes(5));
        late.setLastAccessedTime(clock.instant());
        elsewhere.save(late);
        late.setAttribute("mot", "tardif");
        elsewhere.save(late);
        assertThat(rows()).isZero();
        assertThat(elsewhere.findById(id)).isNull();
    }

    @Test
    void aVisitDoesNotMakeThisNodeRememberLongerWhatAnotherHasEnded() {
        var id = open();
        var ticks = new AtomicLong();
        var elsewhere = node(Caches.memory(new Fraicheur(), ticks::get));
        elsewhere.findById(id);
        sessions.deleteById(id);
        ticks.addAndGet(Duration.ofSeconds(4).toNanos());
        clock.advance(Duration.ofMinutes(1));
        var still = elsewhere.findById(id);
        assertThat(still).as("for a few seconds").isNotNull();
        still.setLastAccessedTime(clock.instant());
        elsewhere.save(still);
        ticks.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(elsewhere.findById(id)).isNull();
    }

    @Test
    void changesItsName() {
        var id = open();
        var session = sessions.findById(id);
        var other = session.changeSessionId();
        sessions.save(session);
        assertThat(sessions.findById(id)).isNull();
        assertThat(sessions.findById(other).compte()).isEqualTo(compte);
    }

    @Test
    void holdsTextOnly() {
        assertThatThrownBy(() -> sessions.createSession().setAttribute("panier", new Object()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String open() {
        var session = sessions.createSession();
        session.setAttribute(SessionEnt.COMPTE, compte.toString());
        session.setAttribute("mot", "été");
        sessions.save(session);
        return session.getId();
    }

    private void visit(String id) {
        var session = sessions.findById(id);
        session.setLastAccessedTime(clock.instant());
        sessions.save(session);
    }

    private int rows() {
        return jdbc.sql("select count(*) from comptes.session")
                .query(Integer.class)
                .single();
    }
}
