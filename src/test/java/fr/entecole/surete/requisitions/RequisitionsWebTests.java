package fr.entecole.surete.requisitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.messagerie.Courrier;
import fr.entecole.socle.Profil;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What Samira Benali has said to the school or written to a teacher, which the region reads with two accounts and not
/// with one.
@MondeTest
class RequisitionsWebTests {

    private static final String SECRET = "Ceci reste entre nous.";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    Visites visites;
    UUID samira;
    UUID florence;
    UUID second;

    @BeforeEach
    void twoPeopleOfTheRegion() {
        jdbc.sql("delete from surete.requisition").update();
        jdbc.sql("delete from surete.arret").update();
        new Courrier(context).empty();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
        visites = new Visites(context);
        samira = jdbc.sql(
                        "select id from annuaire.responsable where upper(prenom) = 'SAMIRA' and upper(nom) = 'BENALI'")
                .query(UUID.class)
                .single();
        florence = jdbc.sql("select id from annuaire.agent where profil = 'ADMINISTRATEUR' order by id limit 1")
                .query(UUID.class)
                .single();
        second = jdbc.sql(
                        "insert into annuaire.agent (profil, nom, prenom) values ('ADMINISTRATEUR', 'Second', 'Ali') returning id")
                .query(UUID.class)
                .single();
        jdbc.sql("""
                        insert into liaison.parole (ecole_id, eleve_id, auteur_id, nature, annee, dite_le, remise_le, texte)
                        select f.ecole_id, f.eleve_id, :samira, 'QUESTION', 2026, now(), now(), :texte
                          from annuaire.famille(current_date) f where f.personne_id = :samira limit 1
                        """).param("samira", samira).param("texte", SECRET).update();
    }

    @Test
    void isReadByTwoAccountsOfTheRegionAndByNobodyWithOne() {
        for (var who : List.of(samira, visites.personnel("11", "300101"), visites.personnel("11", "300102"))) {
            assertThat(visites.get(who, "/surete/requisitions")).hasStatus(404);
            assertThat(visites.get(who, "/surete/personnes/" + samira + "/requisition"))
                    .hasStatus(404);
        }
        var asked = ask();
        for (var path : List.of("/accord", "/lecture")) {
            assertThat(visites.post(florence, "/surete/requisitions/" + asked + path))
                    .as("who asks grants nothing to themself: " + path)
                    .hasStatus(404);
        }
        assertThat(visites.post(second, "/surete/requisitions/" + asked + "/lecture"))
                .as("nothing is read before it is granted")
                .hasStatus(404);
        assertThat(visites.page(florence, "/surete/requisitions/" + asked))
                .contains("Elle attend une autre personne")
                .doesNotContain(SECRET);
        assertThat(visites.post(second, "/surete/requisitions/" + asked + "/accord"))
                .hasStatus(303);
        for (var who : List.of(florence, second)) {
            var read = visites.post(who, "/surete/requisitions/" + asked + "/lecture");
            assertThat(read).hasStatusOk();
            assertThat(Visites.words(read)).contains(SECRET, "preuve n°");
        }
        assertThat(facts(asked))
                .containsExactly("requisition-demandee", "requisition-accordee", "requisition-lue", "requisition-lue");
        assertThat(jdbc.sql("select count(*) from journal.fait where details::text like '%entre nous%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /// A message between a mother and the teacher of her child, of which the teacher's own answer is no part.
    @Test
    void readsOfAMessageWhatItsAuthorWroteInThoseDaysAndNothingElse() {
        var talk = message("Entre nous deux", "Je vous le dis à vous seule.");
        assertThat(visites.post(
                        esteve(), "/messagerie/conversations/" + talk + "/messages", "texte", "Je le garde pour moi."))
                .hasStatus(303);
        new Courrier(context).deliver();
        var before = message("Avant", "Ce qui fut écrit avant ces jours.");
        jdbc.sql("update messagerie.message set ecrit_le = ecrit_le - interval '9 days' where conversation_id = :id")
                .param("id", before)
                .update();
        var asked = ask("message");
        assertThat(visites.post(second, path(asked) + "/accord")).hasStatus(303);
        for (var who : List.of(florence, second)) {
            var read = visites.post(who, path(asked) + "/lecture");
            assertThat(read).hasStatusOk();
            assertThat(Visites.words(read))
                    .contains("Je vous le dis à vous seule.", "Entre nous deux", "preuve n°")
                    .doesNotContain("Je le garde pour moi.", "avant ces jours", SECRET);
            assertThat(visites.get(who, "/messagerie/conversations/" + talk))
                    .as("the conversation itself is nobody's but theirs")
                    .hasStatus(404);
        }
        assertThat(facts(asked))
                .containsExactly("requisition-demandee", "requisition-accordee", "requisition-lue", "requisition-lue");
        assertThat(visites.page(florence, "/journal"))
                .contains(
                        "Lecture d’envois privés demandée, sur réquisition",
                        "Lecture d’envois privés accordée par une seconde personne",
                        "Envois privés lus, sur réquisition")
                .doesNotContain("à vous seule", "Entre nous deux", "PV 2026/1");
        assertThat(visites.page(visites.personnel("11", "300101"), "/journal")).doesNotContain("sur réquisition");
    }

    /// Of every profile that there is, those of the school and of the conversation first; then of the region, who
    /// neither asked nor granted it.
    @Test
    void letsNobodyElseReadASealWhateverTheirProfile() {
        message("Entre nous deux", "Je vous le dis à vous seule.");
        var asked = ask("message");
        assertThat(visites.post(second, path(asked) + "/accord")).hasStatus(303);
        Map<Profil, UUID> all = new EnumMap<>(Profil.class);
        new EnTantQue(context).everyone().forEach(u -> all.putIfAbsent(u.profil(), u.personneId()));
        all.remove(Profil.ADMINISTRATEUR);
        assertThat(all).hasSizeGreaterThan(10);
        var strangers = new ArrayList<>(all.values());
        strangers.addAll(List.of(
                samira, esteve(), visites.personnel("11", "300101"), visites.eleve("500101"), visites.agent("Lebrun")));
        for (var who : strangers) {
            assertThat(visites.get(who, path(asked))).as("page").hasStatus(404);
            for (var gesture : List.of("/lecture", "/accord", "/refus")) {
                assertThat(visites.post(who, path(asked) + gesture)).as(gesture).hasStatus(404);
            }
        }
        var third = jdbc.sql(
                        "insert into annuaire.agent (profil, nom, prenom) values ('ADMINISTRATEUR', 'Tiers', 'Lia') returning id")
                .query(UUID.class)
                .single();
        assertThat(visites.page(third, path(asked))).doesNotContain("à vous seule", "Lire ce qui est scellé");
        for (var gesture : List.of("/lecture", "/accord")) {
            assertThat(visites.post(third, path(asked) + gesture)).as(gesture).hasStatus(404);
        }
        assertThat(visites.page(florence, path(asked))).doesNotContain("à vous seule");
        assertThat(facts(asked)).as("nothing was read").doesNotContain("requisition-lue");
    }

    @Test
    void readsNothingOfWhatIsRefused() {
        var asked = ask();
        assertThat(visites.post(second, "/surete/requisitions/" + asked + "/refus"))
                .hasStatus(303);
        assertThat(visites.post(second, "/surete/requisitions/" + asked + "/accord"))
                .hasStatus(404);
        assertThat(visites.post(florence, "/surete/requisitions/" + asked + "/lecture"))
                .hasStatus(404);
    }

    @Test
    void asksTheBaseToKeepThemTwo() {
        var asked = ask();
        assertThatThrownBy(() -> jdbc.sql(
                                "update surete.requisition set accordee_compte = demandee_compte, accordee_le = now() where id = :id")
                        .param("id", asked)
                        .update())
                .hasMessageContaining("check");
    }

    @Test
    void wantsDaysAReferenceAndAReason() {
        var answer = visites.post(
                florence,
                "/surete/personnes/" + samira + "/requisition",
                "genre",
                "parole",
                "du",
                "2026-11-02",
                "au",
                "2026-11-01");
        assertThat(answer).hasStatus(422);
        assertThat(Visites.words(answer)).contains("après le premier", "référence", "Dites pourquoi");
    }

    private UUID message(String objet, String texte) {
        var curie = reperes.ecole("0110358E");
        return new Courrier(context)
                .begin(samira, curie, Public.ofPersonnes(curie, List.of(esteve()), Qui.EQUIPE), objet, texte);
    }

    private UUID esteve() {
        return visites.personnel("11", "300102");
    }

    private static String path(UUID requisition) {
        return "/surete/requisitions/" + requisition;
    }

    private UUID ask() {
        return ask("parole");
    }

    private UUID ask(String genre) {
        var today = LocalDate.now();
        var answer = visites.post(
                florence,
                "/surete/personnes/" + samira + "/requisition",
                "genre",
                genre,
                "du",
                today.minusDays(1).toString(),
                "au",
                today.plusDays(1).toString(),
                "reference",
                "PV 2026/1",
                "motif",
                "Enquête");
        assertThat(answer).hasStatus(303);
        return UUID.fromString(answer.getResponse().getRedirectedUrl().replaceFirst(".*/", ""));
    }

    private List<String> facts(UUID requisition) {
        return jdbc.sql("select action from journal.fait where objet_id = :id order by id")
                .param("id", requisition.toString())
                .query(String.class)
                .list();
    }
}
