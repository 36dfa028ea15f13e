package fr.entecole.socle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.entecole.BaseDeTest;
import fr.entecole.ComptageSql;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class LecturesTests {

    private static final UUID ID = UUID.randomUUID();

    private static final ResultSetExtractor<String> FIRST = rs -> rs.next() ? rs.getString(1) : "";

    SingleConnectionDataSource connection;
    JdbcTemplate jdbc;
    Lectures lectures;

    @BeforeEach
    void open() throws SQLException {
        connection = new SingleConnectionDataSource(BaseDeTest.instance().getConnection(), true);
        jdbc = new JdbcTemplate(connection);
        lectures = new Lectures(jdbc);
    }

    @AfterEach
    void close() {
        connection.destroy();
    }

    @Test
    void asksNothingOfWhatIsKnown() {
        assertThat(ComptageSql.during(() -> assertThat(
                                lectures.read(Lecture.known(1).with(Lecture.known(2), Integer::sum)))
                        .isEqualTo(3)))
                .isEmpty();
    }

    @Test
    void givesEachStatementItsOwnParametersAndRows() {
        var words = Lecture.of(
                "select mot from unnest(array['a', 'b;', 'c']) mot where mot in (:mots) -- twice, ':mots'\n and mot in (:mots)  \n",
                Map.of("mots", List.of("a", "b;")),
                (rs, _) -> rs.getString("mot"));
        var others = Lecture.of(
                "select mot from unnest(array['a', 'b']) mot where mot in (:mots)",
                Map.of("mots", List.of("b")),
                (rs, _) -> rs.getString("mot"));
        var day =
                Lecture.whole("select :jour + 1 as jour, :id as id", Map.of("jour", LocalDate.EPOCH, "id", ID), rs -> {
                    rs.next();
                    return rs.getObject("jour", LocalDate.class) + " " + rs.getObject("id", UUID.class);
                });
        List<String> read = new ArrayList<>();
        var sent = ComptageSql.during(() -> read.add(lectures.read(
                words.map(List::toString).with(day, String::concat).with(others, (all, again) -> all + again.size()))));
        assertThat(read).containsExactly("[a, b;]1970-01-02 " + ID + "1");
        assertThat(sent).hasSize(1);
        assertThat(ComptageSql.each(sent)).hasSize(3);
    }

    @Test
    void asksOnceWhatIsAskedAlikeTwice() {
        assertThat(read(schools(ID), schools(ID))).isEqualTo(List.of(ID + "", ID + ""));
        var other = UUID.randomUUID();
        assertThat(ComptageSql.each(ComptageSql.during(() -> read(schools(ID), schools(ID)))))
                .hasSize(1);
        assertThat(ComptageSql.each(ComptageSql.during(
                        () -> assertThat(read(schools(ID), schools(other))).isEqualTo(List.of(ID + "", other + "")))))
                .hasSize(2);
    }

    private List<String> read(Lecture<String> one, Lecture<String> two) {
        return lectures.read(one.with(two, List::of));
    }

    private static Lecture<String> schools(UUID ecole) {
        return Lecture.whole("select (:ecoles::uuid[])[1]::text", Map.of("ecoles", new UUID[] {ecole}), FIRST);
    }

    /// What the driver does of « q1; q2; q3 » is not in JDBC's contract: here is what the cost of a home stands on.
    @Test
    void travelsOnceAndKeepsAPlanForEach() {
        var three = number(1, "'un voyage'")
                .with(number(2, "repeat('deux voyages', 1000)"), (a, b) -> a + b)
                .with(number(3, "id::text || ' voyages'"), (a, b) -> a + b);
        var trips = new AtomicInteger();
        var log = Logger.getLogger("org.postgresql");
        var before = log.getLevel();
        var counter = new Handler() {
            @Override
            public void publish(LogRecord said) {
                if (said.getMessage().contains("FE=> Sync")) {
                    trips.incrementAndGet();
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        log.addHandler(counter);
        log.setLevel(Level.FINEST);
        try {
            for (int visit = 1; visit <= 12; visit++) {
                assertThat(lectures.read(three)).isEqualTo(6);
                assertThat(trips.getAndSet(0)).as("visit " + visit).isOne();
            }
        } finally {
            log.setLevel(before);
            log.removeHandler(counter);
        }
        assertThat(jdbc.queryForList(
                        "select statement from pg_prepared_statements where statement like '%voyage%as essai%' and statement not like '%prepared%' and from_sql = false",
                        String.class))
                .hasSize(3)
                .noneMatch(statement -> statement.contains(";"));
    }

    /// The driver would ask the database for its type, and wait before each statement that follows.
    @Test
    void takesNoNull() {
        Map<String, Object> without = new HashMap<>();
        without.put("id", null);
        assertThatThrownBy(() -> Lecture.of("select :id", without, (_, _) -> 1))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void sharesASecondTripAmongAllThatGoOn() {
        Map<String, Lecture<Integer>> asked = new LinkedHashMap<>();
        asked.put(
                "goes on", number(1, "'un'").then(n -> number(n + 1, "'deux'")).map(n -> n * 10));
        asked.put("has done", number(3, "'trois'").then(n -> Lecture.known(n * 100)));
        asked.put("both", number(4, "'un'").with(number(5, "'un'").then(n -> number(n + 1, "'deux'")), Integer::sum));
        Map<String, Integer> read = new LinkedHashMap<>();
        var sent = ComptageSql.during(() -> read.putAll(lectures.read(asked, (_, e) -> {
            throw e;
        })));
        assertThat(read).containsExactly(Map.entry("goes on", 20), Map.entry("has done", 300), Map.entry("both", 10));
        assertThat(sent.stream().map(trip -> ComptageSql.each(List.of(trip)).size()))
                .containsExactly(4, 2);
    }

    @Test
    void leavesOutWhatPostgresRefusesAndWhatItsModuleCannotRead() {
        Map<String, Lecture<Integer>> asked = new LinkedHashMap<>();
        asked.put("first", number(1, "'un'"));
        asked.put(
                "refused",
                Lecture.of("select 1 / 0 as n", Map.of(), (rs, _) -> rs.getInt("n"))
                        .map(List::getFirst));
        asked.put("known", Lecture.known(7));
        asked.put("unread", number(2, "'deux'").map(_ -> {
            throw new IllegalStateException();
        }));
        asked.put("last", number(3, "'trois'"));
        List<String> failed = new ArrayList<>();
        assertThat(lectures.read(asked, (name, _) -> failed.add(name)))
                .containsExactly(Map.entry("first", 1), Map.entry("known", 7), Map.entry("last", 3));
        assertThat(failed).containsExactly("refused", "unread");
    }

    @Test
    void costsOneRoundTripStillWhenRowsAreNotWhatWasThought() {
        Map<String, Lecture<Integer>> asked = new LinkedHashMap<>();
        asked.put(
                "unread",
                Lecture.of("select 1 as n", Map.of(), (_, _) -> Integer.parseInt("un"))
                        .map(List::getFirst));
        asked.put("last", number(3, "'trois'"));
        List<String> failed = new ArrayList<>();
        assertThat(ComptageSql.during(() -> assertThat(lectures.read(asked, (name, _) -> failed.add(name)))
                        .containsOnlyKeys("last")))
                .hasSize(1);
        assertThat(failed).containsExactly("unread");
    }

    /// A page of parts that are all missing would look like a person for whom there is nothing.
    @Test
    void failsWhereTheDatabaseDoesNotAnswer() {
        lectures =
                new Lectures(new JdbcTemplate(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/nulle-part")));
        Map<String, Lecture<Integer>> asked = Map.of("first", number(1, "'un'"));
        List<String> failed = new ArrayList<>();
        assertThatThrownBy(() -> lectures.read(asked, (name, _) -> failed.add(name)))
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(failed).isEmpty();
    }

    private static Lecture<Integer> number(int n, String text) {
        return Lecture.of(
                        "select :n::int as n, " + text + " as essai from (select :id as id) e",
                        Map.of("n", n, "id", ID),
                        (rs, _) -> rs.getInt("n"))
                .map(List::getFirst);
    }
}
