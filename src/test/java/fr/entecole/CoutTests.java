package fr.entecole;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.socle.CoutDUneLecture;
import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Tuile.Partie;
import fr.entecole.socle.Tuile.Place;
import fr.entecole.socle.Utilisateur;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The law of cost (ADR 0024): each tile and each export keeps its own budget, and a home costs one round trip for all
/// its tiles, a second one where some go on, however many rooms there are. A new room is judged here as it is: nobody
/// adds a number.
@MondeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoutTests {

    /// Round trips of a home, whoever asks for it, when the node knows nothing of them.
    private static final int HOME = 5;

    private static final int OF_EACH = 6;

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Lectures lectures;

    @Autowired
    List<Tuile> tuiles;

    @Autowired
    List<DonneesPersonnelles> modules;

    EnTantQue as;
    List<Utilisateur> everyone;

    /// Four hundred people are read once: no test here changes any of them.
    @BeforeAll
    void cast() {
        as = new EnTantQue(context);
        everyone = someOfEachProfile();
    }

    @Test
    void eachTileKeepsItsBudgetForEachProfile() {
        assertThat(tuiles.stream()
                        .filter(tuile -> !(tuile instanceof TuileDEssai))
                        .flatMap(tuile -> faults(tuile).stream()))
                .isEmpty();
    }

    @Test
    void failsATileThatSpeaksToTheDatabaseItself() {
        assertThat(faults(new Mauvaise() {
                    @Override
                    public boolean concerns(Utilisateur utilisateur) {
                        return ask() == 1;
                    }
                }))
                .containsExactly("Mauvaise.concerns asks the database: decide from the Utilisateur alone");
        assertThat(faults(new Mauvaise() {
                    @Override
                    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
                        return ask() == 1 ? super.parts(utilisateur) : Lecture.known(List.of());
                    }
                }))
                .containsExactly(
                        "Mauvaise.parts asks the database itself: return a Lecture, which the home reads with all others");
        assertThat(faults(new Mauvaise() {
                    @Override
                    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
                        return one().map(_ -> ask() == 1 ? List.of() : List.<Partie>of());
                    }
                }))
                .containsExactly(
                        "Mauvaise asks again of what it has read: in the same select, with Lecture.with, or for few people with Lecture.then");
    }

    @Test
    void failsATileThatAsksTooMuchAndOneThatNobodyHas() {
        assertThat(faults(new Mauvaise() {
                    @Override
                    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
                        return one().with(one(), (_, _) -> 1).with(one(), (_, _) -> List.of());
                    }
                }))
                .containsExactly(
                        "Mauvaise asks 3 statements, 2 at most: one of its own, one that another module answers");
        assertThat(faults(new Mauvaise() {
                    @Override
                    public boolean concerns(Utilisateur utilisateur) {
                        return false;
                    }
                }))
                .containsExactly("Mauvaise concerns nobody of the named world: nothing proves what it costs");
    }

    @Test
    void eachExportKeepsItsBudgetForEachProfile() {
        assertThat(modules.stream().flatMap(module -> faults(module).stream())).isEmpty();
    }

    @Test
    void failsAnExportThatAsksRowByRow() {
        assertThat(faults(new Bavard()))
                .containsExactly("essai.export asks more than its 5 statements: one select a table, not one a row;"
                        + " several in one round trip with Lectures");
    }

    @Test
    void aHomeCostsTheSameWithTenRoomsMore() {
        for (var someone : oneOfEachProfile()) {
            var cookie = as.personne(someone.personneId());
            as.forgetWhatThisNodeRemembers();
            var who = someone.profil() + " " + someone.nomComplet();
            assertThat(ComptageSql.during(() -> home(cookie)))
                    .as("cold, %s", who)
                    .hasSizeLessThanOrEqualTo(HOME);
            var warm = ComptageSql.during(() -> home(cookie));
            assertThat(warm).as("warm, %s", who).hasSizeLessThanOrEqualTo(2);
            TuileDEssai.speaking(CoutTests::room, () -> {
                List<String> pages = new ArrayList<>();
                var more = ComptageSql.during(() -> pages.add(home(cookie)));
                assertThat(more).as("ten rooms more, %s", who).hasSize(2);
                assertThat(ComptageSql.each(more))
                        .hasSize(ComptageSql.each(warm).size() + 15);
                assertThat(pages.getFirst())
                        .contains(IntStream.rangeClosed(1, 10)
                                .mapToObj(n -> "La pièce " + n + " dit " + n)
                                .toList());
            });
        }
    }

    @Test
    void showsTheOtherTilesWhenOneFailsAndSaysWhichInTheLog() {
        var cookie = as.personne(everyone.getFirst().personneId());
        home(cookie);
        IntFunction<Lecture<List<Partie>>> three = n -> switch (n) {
            case 3 -> Lecture.of("select nom from essai.nulle_part", Map.of(), (_, _) -> tool(n, "jamais"));
            case 5 -> throw new IllegalStateException();
            case 7 -> room(n).map(parts -> List.of(parts.get(1)));
            default -> room(n);
        };
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        var log = (Logger) LoggerFactory.getLogger("fr.entecole.portail.Tuiles");
        log.addAppender(heard);
        try {
            TuileDEssai.speaking(
                    three,
                    () -> assertThat(home(cookie))
                            .contains("La pièce 2 dit 2", "La pièce 4 dit 4", "La pièce 10 dit 10")
                            .doesNotContain("La pièce 3", "La pièce 5", "La pièce 7"));
        } finally {
            log.detachAppender(heard);
        }
        assertThat(heard.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .hasSize(3)
                .containsOnly("une tuile manque à l’accueil : fr.entecole.TuileDEssai");
    }

    private Set<String> faults(Tuile tuile) {
        var name = name(tuile);
        Set<String> faults = new LinkedHashSet<>();
        boolean concerned = false;
        for (var someone : everyone) {
            List<Boolean> concerns = new ArrayList<>();
            if (!ComptageSql.during(() -> concerns.add(tuile.concerns(someone))).isEmpty()) {
                faults.add(name + ".concerns asks the database: decide from the Utilisateur alone");
            }
            if (concerns.getFirst()) {
                concerned = true;
                cost(tuile, someone, name, faults);
            }
        }
        if (!concerned) {
            faults.add(name + " concerns nobody of the named world: nothing proves what it costs");
        }
        return faults;
    }

    private void cost(Tuile tuile, Utilisateur someone, String name, Collection<String> faults) {
        List<Lecture<List<Partie>>> asked = new ArrayList<>();
        if (!ComptageSql.during(() -> asked.add(tuile.parts(someone))).isEmpty()) {
            faults.add(
                    name + ".parts asks the database itself: return a Lecture, which the home reads with all others");
        }
        as.forgetWhatThisNodeRemembers();
        var first = CoutDUneLecture.of(asked.getFirst(), lectures);
        if (first.enonces() > Tuile.ENONCES + 1) {
            faults.add("%s asks %d statements when nothing is known: one more at most, for what it keeps (ADR 0029)"
                    .formatted(name, first.enonces()));
        }
        var cost = CoutDUneLecture.of(asked.getFirst(), lectures);
        if (cost.enonces() > Tuile.ENONCES) {
            faults.add("%s asks %d statements, %d at most: one of its own, one that another module answers"
                    .formatted(name, cost.enonces(), Tuile.ENONCES));
        }
        if (cost.apart() > 0) {
            faults.add(
                    name + " asks again of what it has read: in the same select, with Lecture.with, or for few people"
                            + " with Lecture.then");
        }
    }

    private Set<String> faults(DonneesPersonnelles module) {
        Set<String> faults = new LinkedHashSet<>();
        for (var someone : everyone) {
            for (var personne : someone.personnes()) {
                if (ComptageSql.during(() -> module.export(personne)).size() > module.enonces()) {
                    faults.add(
                            "%s.export asks more than its %d statements: one select a table, not one a row; several in one round trip with Lectures"
                                    .formatted(module.schema(), module.enonces()));
                }
            }
        }
        return faults;
    }

    private static String name(Tuile tuile) {
        return tuile instanceof Mauvaise ? "Mauvaise" : tuile.getClass().getSimpleName();
    }

    /// Those who belong to most schools first: they cost most.
    private List<Utilisateur> someOfEachProfile() {
        return as.everyone().stream().collect(Collectors.groupingBy(Utilisateur::profil)).values().stream()
                .flatMap(same -> same.stream()
                        .sorted(Comparator.comparing(
                                someone -> -someone.ecoles().size()))
                        .limit(OF_EACH))
                .toList();
    }

    private Collection<Utilisateur> oneOfEachProfile() {
        return everyone.stream()
                .collect(Collectors.toMap(Utilisateur::profil, someone -> someone, (first, _) -> first, TreeMap::new))
                .values();
    }

    private String home(Cookie cookie) {
        var answer = mvc.get().uri("/").cookie(cookie).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /// Every other one asks a second time.
    private static Lecture<List<Partie>> room(int n) {
        var said = Lecture.of("select :n::int as n", Map.of("n", n), (rs, _) -> rs.getInt("n"));
        return (n % 2 == 0 ? said.then(_ -> said) : said).map(read -> List.of(tool(n, "dit " + read.getFirst())));
    }

    private static Partie tool(int n, String what) {
        return new Partie(Place.COLONNE, 90, "annuaire/_phrase", Map.of("phrase", "La pièce " + n + " " + what));
    }

    private class Mauvaise implements Tuile {

        @Override
        public boolean concerns(Utilisateur utilisateur) {
            return true;
        }

        @Override
        public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
            return one().map(_ -> List.of());
        }

        int ask() {
            return jdbc.sql("select 1").query(Integer.class).single();
        }

        Lecture<List<Integer>> one() {
            return Lecture.of("select 1 as un", Map.of(), (rs, _) -> rs.getInt("un"));
        }
    }

    /// Asks of each class by itself.
    private class Bavard implements DonneesPersonnelles {

        @Override
        public String schema() {
            return "essai";
        }

        @Override
        public List<Traitement> describe() {
            return List.of();
        }

        @Override
        public Map<String, Object> export(UUID personneId) {
            Map<String, Object> export = new HashMap<>();
            jdbc.sql("""
                            select c.id from annuaire.fonction f join annuaire.classe c on c.structure_id = f.structure_id
                             where f.personnel_id = :id
                            """)
                    .param("id", personneId)
                    .query(UUID.class)
                    .list()
                    .forEach(id -> export.put(
                            id.toString(),
                            jdbc.sql("select libelle from annuaire.classe where id = :id")
                                    .param("id", id)
                                    .query(String.class)
                                    .single()));
            return export;
        }

        @Override
        public void erase(UUID personneId) {}

        @Override
        public void purge() {}
    }
}
