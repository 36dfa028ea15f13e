package fr.entecole.liaison.formulaires;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ModuleTest;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.liaison.CahierDeLiaison;
import fr.entecole.liaison.CahierDeLiaison.Auteur;
import fr.entecole.liaison.Demande;
import fr.entecole.liaison.Redaction;
import fr.entecole.liaison.formulaires.Formulaire.Part;
import fr.entecole.liaison.formulaires.Formulaire.Reponses;
import fr.entecole.liaison.formulaires.Guichet.Envoi;
import fr.entecole.liaison.formulaires.Guichet.Suite;
import fr.entecole.liaison.formulaires.Question.Nature;
import fr.entecole.liaison.formulaires.Question.Valeur;
import fr.entecole.redaction.TexteRiche;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class GuichetTests {

    private static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    private static final Instant END = Instant.parse("2026-12-01T23:00:00Z");

    private final UUID ines = UUID.randomUUID();
    private final UUID samira = UUID.randomUUID();
    private final UUID karim = UUID.randomUUID();
    private UUID ecole;

    @Autowired
    CahierDeLiaison cahier;

    @Autowired
    Guichet guichet;

    @Autowired
    LectureDesFormulaires lecture;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aSchool() {
        ecole = UUID.randomUUID();
    }

    @Test
    void takesNoAnswerAfterItsDayOrItsClosing() {
        var mot = asked(Reponses.NOMMEES, Part.RESPONSABLE);
        assertThat(answer(mot, null, samira, 1, END)).isEqualTo(Suite.FERME);
        assertThat(guichet.close(mot, NOON)).isTrue();
        assertThat(guichet.close(mot, NOON)).as("once").isFalse();
        assertThat(answer(mot, null, samira, 1, NOON.plusSeconds(1))).isEqualTo(Suite.FERME);
        assertThat(count("participation", mot)).isZero();
        assertThat(count("bulletin", mot)).isZero();
    }

    @Test
    void leavesTheAnswerForAChildToWhoGaveIt() {
        var mot = asked(Reponses.NOMMEES, Part.ENFANT);
        assertThat(answer(mot, ines, samira, 1, NOON)).isEqualTo(Suite.ENREGISTRE);
        assertThat(answer(mot, ines, karim, 2, NOON)).isEqualTo(Suite.DEJA);
        assertThat(answer(mot, ines, samira, 2, NOON)).isEqualTo(Suite.ENREGISTRE);
        assertThat(choices(mot)).containsExactly(2);
    }

    @Test
    void takesOneAnswerOfEachGuardianAndLetsThemChangeTheirs() {
        var mot = asked(Reponses.NOMMEES, Part.RESPONSABLE);
        answer(mot, null, samira, 1, NOON);
        answer(mot, null, karim, 2, NOON);
        answer(mot, null, karim, 1, NOON);
        assertThat(count("participation", mot)).isEqualTo(2);
        assertThat(choices(mot)).containsExactly(1, 1);
        assertThat(lecture.answers(mot, karim)).hasSize(1);
    }

    @Test
    void takesOneAnonymousAnswerThatNobodyChanges() {
        var mot = asked(Reponses.ANONYMES, Part.RESPONSABLE);
        assertThat(answer(mot, null, samira, 1, NOON)).isEqualTo(Suite.ENREGISTRE);
        assertThat(answer(mot, null, samira, 2, NOON)).isEqualTo(Suite.DEJA);
        assertThat(choices(mot)).containsExactly(1);
        assertThat(lecture.answers(mot, samira)).isEmpty();
    }

    /// Neither a person, nor an instant, nor the transaction, nor the place in the table.
    @Test
    void keepsNothingThatJoinsAnAnonymousAnswerToWhoGaveIt() {
        var mot = asked(Reponses.ANONYMES, Part.RESPONSABLE);
        for (int i = 0; i < 40; i++) {
            answer(mot, null, UUID.randomUUID(), 1 + i % 2, NOON.plusSeconds(i));
        }
        assertThat(jdbc.sql("""
                        select count(*) from liaison.participation where mot_id = :mot and repondu_le is not null
                        """).param("mot", mot).query(Integer.class).single())
                .isZero();
        assertThat(jdbc.sql("select count(distinct xmin::text) from liaison.bulletin where mot_id = :mot")
                        .param("mot", mot)
                        .query(Integer.class)
                        .single())
                .as("transactions of the answers")
                .isOne();
        assertThat(jdbc.sql("select count(*) from liaison.bulletin where mot_id = :mot and pour_id is not null")
                        .param("mot", mot)
                        .query(Integer.class)
                        .single())
                .isZero();
        var place = jdbc.sql("select choix[1] from liaison.bulletin where mot_id = :mot order by ctid")
                .param("mot", mot)
                .query(Integer.class)
                .list();
        var given = IntStream.range(0, 40).mapToObj(i -> 1 + i % 2).toList();
        assertThat(place).hasSize(40).isNotEqualTo(given);
        assertThat(columns("bulletin"))
                .doesNotContain("timestamp with time zone", "timestamp without time zone", "date");
    }

    /// Whoever comes before the closing is counted, whoever comes after is told: nobody is lost in between.
    @Test
    void countsAllWhoWereToldThatTheyWereWhileItCloses() throws Exception {
        for (var reponses : Reponses.values()) {
            var mot = asked(reponses, Part.RESPONSABLE);
            List<Suite> said = new ArrayList<>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var asked = IntStream.range(0, 60)
                        .mapToObj(_ -> threads.submit(() -> answer(mot, null, UUID.randomUUID(), 1, NOON)))
                        .toList();
                var closing = threads.submit(() -> guichet.close(mot, NOON));
                for (var one : asked) {
                    said.add(one.get());
                }
                assertThat(closing.get()).isTrue();
            }
            var told = said.stream().collect(Collectors.groupingBy(s -> s, Collectors.counting()));
            assertThat(told.keySet()).isSubsetOf(Suite.ENREGISTRE, Suite.FERME);
            assertThat((long) count("bulletin", mot)).isEqualTo(told.getOrDefault(Suite.ENREGISTRE, 0L));
            assertThat((long) count("participation", mot)).isEqualTo(told.getOrDefault(Suite.ENREGISTRE, 0L));
        }
    }

    private UUID asked(Reponses reponses, Part part) {
        var pour = Public.ofClasse(ecole, UUID.randomUUID(), Qui.RESPONSABLES);
        var said = new Redaction(List.of(pour), false, "Une question", TexteRiche.of("Dites-nous."), NOON)
                .of(GenreFormulaire.CODE, Demande.RIEN);
        return cahier.publish(
                said,
                new Auteur(UUID.randomUUID(), UUID.randomUUID()),
                NOON,
                mot -> guichet.ask(
                        mot,
                        ecole,
                        reponses,
                        part,
                        END,
                        List.of(new Question(
                                new UUID(0, 1), 1, Nature.CHOIX, "Le jour ?", List.of("lundi", "mardi"), null, null))));
    }

    private Suite answer(UUID mot, UUID eleve, UUID responsable, int choice, Instant now) {
        var question = lecture.of(mot).orElseThrow().questions().getFirst().id();
        return guichet.answer(
                new Envoi(
                        mot,
                        eleve,
                        responsable,
                        Set.of(responsable),
                        Map.of(question, new Valeur(List.of(choice), "", null))),
                now);
    }

    private List<Integer> choices(UUID mot) {
        return lecture.received(mot).stream()
                .flatMap(r -> r.valeur().choix().stream())
                .sorted()
                .toList();
    }

    private int count(String table, UUID mot) {
        return jdbc.sql("select count(*) from liaison." + table + " where mot_id = :mot")
                .param("mot", mot)
                .query(Integer.class)
                .single();
    }

    private List<String> columns(String table) {
        return jdbc.sql("""
                        select data_type from information_schema.columns
                         where table_schema = 'liaison' and table_name = :table
                        """).param("table", table).query(String.class).list();
    }
}
