package fr.entecole.annuaire.donnees;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.Personnages;
import fr.entecole.socle.Profil;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@EntTest
class AnnuaireDonneesPersonnellesTests {

    @Autowired
    AnnuaireDonneesPersonnelles donnees;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    UUID parent;
    UUID eleve;

    @BeforeEach
    void aParentAndAPupil() {
        parent = new Personnages(jdbc).add(Profil.PARENT);
        eleve = jdbc.sql("select eleve_id from annuaire.lien where responsable_id = :parent")
                .param("parent", parent)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }

    @Test
    void givesAPersonEverythingHeldAboutThem() {
        var file = json.writeValueAsString(donnees.export(parent));
        assertThat(file).contains("NORA", "autres_prenoms").contains(eleve.toString());
        assertThat(donnees.export(parent)).containsOnlyKeys("responsable", "lien");
        assertThat(donnees.export(UUID.randomUUID())).isEmpty();
    }

    @Test
    void keepsThreeMonthsWhomAFeedNoLongerCounts() {
        suspend("eleve", eleve, "89 days");
        donnees.purge();
        assertThat(donnees.export(eleve)).isNotEmpty();
        suspend("eleve", eleve, "91 days");
        donnees.purge();
        assertThat(donnees.export(eleve)).isEmpty();
        assertThat(donnees.export(parent)).containsOnlyKeys("responsable");
    }

    @Test
    void neverForgetsThePresent() {
        donnees.purge();
        assertThat(donnees.export(parent)).containsOnlyKeys("responsable", "lien");
    }

    @Test
    void forgetsAWholeYearOfLeavers() {
        jdbc.sql("""
                        insert into annuaire.responsable (academie, nom, prenom, suspendu_le)
                        select '11', 'ESSAI', 'NORA', now() - interval '100 days' from generate_series(1, 2500)
                        """).update();
        donnees.purge();
        assertThat(jdbc.sql("select count(*) from annuaire.responsable where suspendu_le is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void keepsARestrictionOfAGuardianWhoMayComeBack() {
        jdbc.sql("update annuaire.responsable set aaf_id = '700777' where id = :id")
                .param("id", parent)
                .update();
        restrict("null");
        suspend("responsable", parent, "91 days");
        donnees.purge();
        assertThat(donnees.export(parent)).doesNotContainKey("responsable");
        assertThat(jdbc.sql("select responsable_aaf_id from annuaire.restriction where eleve_id = :eleve")
                        .param("eleve", eleve)
                        .query(String.class)
                        .list())
                .containsExactly("700777");
        suspend("eleve", eleve, "91 days");
        donnees.purge();
        assertThat(restrictions()).isZero();
    }

    @Test
    void keepsARestrictionForAChildWhoMayComeBackWithoutTheWordsOfTheDecision() {
        jdbc.sql("update annuaire.eleve set aaf_id = '500777' where id = :id")
                .param("id", eleve)
                .update();
        restrict("null");
        scan();
        suspend("eleve", eleve, "91 days");
        donnees.purge();
        assertThat(donnees.export(eleve)).isEmpty();
        assertThat(papers()).isZero();
        assertThat(jdbc.sql("select eleve_aaf_id || ' ' || preuve from annuaire.restriction where eleve_id = :eleve")
                        .param("eleve", eleve)
                        .query(String.class)
                        .single())
                .startsWith("500777 ")
                .doesNotContain("jugement");
        jdbc.sql("update annuaire.restriction set oubliee_le = current_date - 1096 where eleve_id = :eleve")
                .param("eleve", eleve)
                .update();
        donnees.purge();
        assertThat(restrictions()).isZero();
    }

    @Test
    void keepsNothingOfAChildWhoIsErasedOnRequest() {
        jdbc.sql("update annuaire.eleve set aaf_id = '500778' where id = :id")
                .param("id", eleve)
                .update();
        restrict("null");
        donnees.erase(eleve);
        assertThat(restrictions()).isZero();
    }

    @Test
    void keepsNoRestrictionThatIsOver() {
        jdbc.sql("update annuaire.responsable set aaf_id = '700777' where id = :id")
                .param("id", parent)
                .update();
        restrict("date '2020-01-01'");
        suspend("responsable", parent, "91 days");
        donnees.purge();
        assertThat(restrictions()).isZero();
    }

    @Test
    void saysThatADecisionIsKeptAndNotWhatItShows() {
        restrict("null");
        scan();
        assertThat(json.writeValueAsString(donnees.export(parent)))
                .contains("\"restriction_piece\"", "\"genre\":\"PDF\"", "\"octets\":6")
                .doesNotContain("secret", "736563726574");
        assertThat(donnees.export(eleve)).doesNotContainKeys("restriction", "restriction_piece");
    }

    @Test
    void forgetsADecisionThreeMonthsAfterTheRestriction() {
        restrict("current_date - 89");
        scan();
        donnees.purge();
        assertThat(papers()).isOne();
        jdbc.sql("update annuaire.restriction set jusque = current_date - 92 where eleve_id = :eleve")
                .param("eleve", eleve)
                .update();
        donnees.purge();
        assertThat(papers()).isZero();
        assertThat(restrictions()).isOne();
    }

    @Test
    void erasesADecisionWithTheChild() {
        restrict("null");
        scan();
        donnees.erase(eleve);
        assertThat(restrictions()).isZero();
        assertThat(papers()).isZero();
    }

    private void scan() {
        jdbc.sql("delete from documents.piece where empreinte = 'secret'").update();
        jdbc.sql("""
                        insert into documents.contenu (empreinte, octets, type, etat, pris_le, range_le)
                        values ('secret', 6, 'application/pdf', 'PRETE', now(), now()) on conflict do nothing
                        """).update();
        jdbc.sql("""
                        insert into documents.piece (id, nom, annonce, recus, empreinte, salle, chose, depose_le)
                        select uuidv4(), 'décision.pdf', 6, 6, 'secret', 'annuaire', id, now()
                          from annuaire.restriction where eleve_id = :eleve
                        """).param("eleve", eleve).update();
    }

    private int papers() {
        return jdbc.sql("""
                        select count(*) from documents.piece p where p.empreinte = 'secret'
                        """).query(Integer.class).single();
    }

    private void restrict(String jusque) {
        jdbc.sql("""
                        insert into annuaire.restriction
                               (eleve_id, responsable_id, depuis, jusque, preuve, auteur_personnel_id, posee_le)
                        values (:eleve, :parent, '2019-01-01', %s, 'jugement', uuidv7(), '2019-01-01')
                        """.formatted(jusque))
                .param("eleve", eleve)
                .param("parent", parent)
                .update();
    }

    private int restrictions() {
        return jdbc.sql("select count(*) from annuaire.restriction where eleve_id = :eleve")
                .param("eleve", eleve)
                .query(Integer.class)
                .single();
    }

    private void suspend(String table, UUID id, String age) {
        jdbc.sql("update annuaire." + table + " set suspendu_le = now() - :age::interval where id = :id")
                .param("age", age)
                .param("id", id)
                .update();
    }
}
