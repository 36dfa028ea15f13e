package fr.entecole.annuaire.classes;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.EnTantQue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Who teaches which class: said by the head, or by the teacher and confirmed. M. Oustry has no class yet.
@MondeTest
class RattachementWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    EnTantQue as;
    UUID head;
    UUID oustry;
    UUID ecole;
    UUID cm1cm2;

    @BeforeEach
    void mondayMorning() {
        as = new EnTantQue(context);
        head = personnel("11", "300101");
        oustry = personnel("11", "300106");
        ecole = reperes.ecole("0110358E");
        cm1cm2 = reperes.classe("11", "515");
        jdbc.sql("delete from annuaire.demande_classe").update();
        jdbc.sql("delete from annuaire.enseignement where personnel_id = :oustry")
                .param("oustry", oustry)
                .update();
        jdbc.sql("update annuaire.classe set archivee_le = null").update();
    }

    @Test
    void keepsTheClassesFromEveryOtherHead() {
        var stranger = personnel("11", "300109");
        for (var path : new String[] {list(), choose(), "/annuaire/ecoles/" + ecole + "/signalements"}) {
            assertThat(get(stranger, path)).hasStatus(404);
            assertThat(get(personnel("11", "300102"), path)).hasStatus(404);
            assertThat(get(agent("Puech"), path)).hasStatus(404);
            assertThat(get(head, path)).hasStatusOk();
            assertThat(get(agent("Vidal"), path)).hasStatusOk();
        }
        assertThat(attach(stranger, oustry)).hasStatus(404);
        assertThat(post(stranger, choose() + "/" + personnel("11", "300102") + "/retrait"))
                .hasStatus(404);
        assertThat(teaches(oustry)).isFalse();
    }

    @Test
    void attachesInTwoTouchesAndUndoes() {
        assertThat(page(head, list())).contains("Détacher", "CM1, CM2", choose());
        assertThat(page(head, choose())).contains("M. Oustry", "aucune classe").doesNotContain("Calas");
        assertThat(attach(head, oustry)).hasStatus(303);
        assertThat(teaches(oustry)).isTrue();
        var done = post(head, choose() + "/" + oustry + "/retrait");
        assertThat(teaches(oustry)).isFalse();
        assertThat(page(head, String.valueOf(done.getResponse().getRedirectedUrl())))
                .contains("le rattachement est défait", "Annuler", oustry.toString());
        assertThat(attach(head, oustry)).hasStatus(303);
        assertThat(attach(head, oustry)).hasStatus(303);
        assertThat(teaches(oustry)).isTrue();
        assertThat(traced("classe-rattachee")).isGreaterThanOrEqualTo(2);
        assertThat(traced("classe-detachee")).isPositive();
    }

    @Test
    void tellsTheHeadInWordsWhoWasGivenWhichClass() {
        assertThat(attach(head, oustry)).hasStatus(303);
        assertThat(post(head, choose() + "/" + oustry + "/retrait")).hasStatus(303);
        assertThat(ask(oustry, cm1cm2)).hasStatus(303);
        assertThat(post(head, "/annuaire/demandes/" + demande(cm1cm2) + "/refus"))
                .hasStatus(303);
        assertThat(traced("classe-refusee")).isPositive();
        assertThat(page(head, "/journal?famille=ROLES"))
                .contains(
                        "Classe confiée à un enseignant", "Classe retirée à un enseignant", "Demande de classe refusée")
                .doesNotContain("Autre acte");
    }

    @Test
    void attachesNobodyWhoDoesNotTeachThere() {
        assertThat(attach(head, personnel("11", "300109"))).hasStatus(404);
        assertThat(attach(head, calas())).hasStatus(404);
    }

    @Test
    void letsTheAdministratorDoTheSameAnywhere() {
        assertThat(attach(agent("Vidal"), oustry))
                .hasStatus(303)
                .redirectedUrl()
                .contains(list());
        assertThat(teaches(oustry)).isTrue();
    }

    @Test
    void letsAHeadTeachAsOthersDo() {
        assertThat(attach(head, head)).hasStatus(303);
        assertThat(page(head, "/annuaire/classes/toutes")).contains("Mme Castans");
        assertThat(post(head, choose() + "/" + head + "/retrait")).hasStatus(303);
    }

    @Test
    void letsATeacherSayItAndTheHeadConfirmFromHome() {
        assertThat(page(oustry, "/")).contains("C’est ma classe", "CM1-CM2", "personne n’y est rattaché");
        assertThat(page(head, "/")).doesNotContain("dit que");
        assertThat(ask(oustry, cm1cm2)).hasStatus(303);
        assertThat(ask(oustry, cm1cm2)).hasStatus(303);
        assertThat(page(oustry, "/")).contains("La direction de l’école n’a pas encore répondu", "Retirer ma demande");
        assertThat(page(head, "/")).contains("M. Oustry dit que", "CM1-CM2");
        var demande = demande(cm1cm2);
        assertThat(post(personnel("11", "300109"), "/annuaire/demandes/" + demande + "/confirmation"))
                .hasStatus(404);
        assertThat(post(head, "/annuaire/demandes/" + demande + "/confirmation"))
                .hasStatus(303);
        assertThat(teaches(oustry)).isTrue();
        assertThat(page(oustry, "/")).contains("est votre classe", "La direction de l’école l’a confirmé");
        assertThat(page(head, "/")).doesNotContain("dit que");
        assertThat(traced("classe-demandee")).isPositive();
    }

    @Test
    void refusesWithAWord() {
        assertThat(ask(oustry, cm1cm2)).hasStatus(303);
        var refusal = "/annuaire/demandes/" + demande(cm1cm2) + "/refus";
        assertThat(mvc.post()
                        .uri(refusal)
                        .cookie(as.personne(head))
                        .param("mot", "x".repeat(301))
                        .with(formulaire()))
                .hasStatus(422);
        assertThat(mvc.post()
                        .uri(refusal)
                        .cookie(as.personne(head))
                        .param("mot", "Vous avez le CP cette année.")
                        .with(formulaire()))
                .hasStatus(303);
        assertThat(teaches(oustry)).isFalse();
        assertThat(page(oustry, "/")).contains("La direction n’a pas confirmé", "Vous avez le CP cette année.");
        assertThat(post(head, "/annuaire/demandes/" + demande(cm1cm2) + "/confirmation"))
                .redirectedUrl()
                .contains("passee");
        assertThat(teaches(oustry)).isFalse();
    }

    @Test
    void withdrawsOnlyOnesOwn() {
        assertThat(ask(oustry, cm1cm2)).hasStatus(303);
        var withdrawal = "/annuaire/demandes/" + demande(cm1cm2) + "/retrait";
        assertThat(post(personnel("11", "300102"), withdrawal)).hasStatus(404);
        assertThat(page(head, "/")).contains("M. Oustry dit que");
        assertThat(post(oustry, withdrawal)).hasStatus(303);
        assertThat(page(head, "/")).doesNotContain("M. Oustry dit que");
    }

    @Test
    void asksForTwoClassesEachAnsweredAlone() {
        var cp = reperes.classe("11", "511");
        assertThat(ask(oustry, cm1cm2)).hasStatus(303);
        assertThat(ask(oustry, cp)).hasStatus(303);
        assertThat(post(head, "/annuaire/demandes/" + demande(cp) + "/confirmation"))
                .hasStatus(303);
        assertThat(page(oustry, "/")).contains("CP Mme Vidalou est votre classe", "CM1-CM2", "n’a pas encore répondu");
        assertThat(page(head, list())).contains("Mme Vidalou", "M. Oustry", "dit que c’est sa classe");
    }

    @Test
    void findsNothingToAnswerForAClassArchivedMeanwhile() {
        assertThat(ask(oustry, cm1cm2)).hasStatus(303);
        jdbc.sql("update annuaire.classe set archivee_le = now() where id = :id")
                .param("id", cm1cm2)
                .update();
        assertThat(page(head, "/")).doesNotContain("dit que");
        assertThat(page(oustry, "/")).contains("n’est plus dans l’annuaire de votre école");
        assertThat(post(head, "/annuaire/demandes/" + demande(cm1cm2) + "/confirmation"))
                .redirectedUrl()
                .contains("passee");
        assertThat(teaches(oustry)).isFalse();
        assertThat(ask(oustry, cm1cm2)).redirectedUrl().contains("archivee");
    }

    @Test
    void asksForNoClassOfAnotherSchool() {
        assertThat(ask(oustry, reperes.classe("11", "522"))).hasStatus(404);
        assertThat(ask(personnel("16", "300101"), cm1cm2)).hasStatus(404);
    }

    @Test
    void endsTheLinksOfAnArchivedClassWithoutDeletingThem() {
        assertThat(attach(head, oustry)).hasStatus(303);
        jdbc.sql("update annuaire.classe set archivee_le = now() where id = :id")
                .param("id", cm1cm2)
                .update();
        assertThat(page(oustry, "/")).contains("Aucune classe ne vous est encore rattachée");
        jdbc.sql("update annuaire.classe set archivee_le = null where id = :id")
                .param("id", cm1cm2)
                .update();
        assertThat(page(oustry, "/")).contains("CM1-CM2").doesNotContain("Aucune classe");
    }

    @Test
    void showsAHeadOfTwoSchoolsBoth() {
        var other = reperes.ecole("0110357D");
        jdbc.sql("""
                        insert into annuaire.fonction (personnel_id, structure_id, code, directeur, source, depuis)
                        values (:head, :ecole, 'ENS', true, 'MANUEL', current_date)
                        """).param("head", head).param("ecole", other).update();
        try {
            as.forgetWhatThisNodeRemembers();
            assertThat(page(head, "/")).contains("École élémentaire Frédéric Mistral", "École élémentaire Marie Curie");
            assertThat(page(head, "/annuaire/classes/toutes")).contains("Frédéric Mistral", "Marie Curie");
        } finally {
            jdbc.sql("delete from annuaire.fonction where personnel_id = :head and structure_id = :ecole")
                    .param("head", head)
                    .param("ecole", other)
                    .update();
            as.forgetWhatThisNodeRemembers();
        }
    }

    @Test
    void opensTheOnlyClassOfATeacher() {
        assertThat(get(personnel("11", "300102"), "/annuaire/classes"))
                .hasStatus(303)
                .redirectedUrl()
                .contains(reperes.classe("11", "514").toString());
        assertThat(page(personnel("16", "300102"), "/annuaire/classes")).contains("MS-GS", "CE1-CE2");
        assertThat(page(oustry, "/annuaire/classes")).contains("C’est ma classe");
    }

    @Test
    void namesTheFieldOfOndeToMend() {
        var danylo = reperes.personne("11", Nature.ELEVE, "500167");
        jdbc.sql("""
                        insert into annuaire.signalement (structure_id, academie, nature, personne_id, code, attribut)
                        values (:ecole, '11', 'ELEVE', :eleve, 'ine-absent', 'ENTEleveINE') on conflict do nothing
                        """).param("ecole", ecole).param("eleve", danylo).update();
        assertThat(page(head, "/")).contains("à corriger dans ONDE");
        assertThat(page(head, "/annuaire/ecoles/" + ecole + "/signalements"))
                .contains("Danylo", "L’élève n’a pas d’INE.", "ONDE :", "<b>INE</b>");
    }

    @Test
    void proposesToKeepTheTeacherOfAClassThatComesUnderAnotherNumber() {
        var former = reperes.classe("11", "514");
        var esteve = personnel("11", "300102");
        assertThat(page(head, choose())).doesNotContain("avait ces élèves sous l’ancien numéro");
        var now = jdbc.sql("""
                        insert into annuaire.classe (structure_id, academie, aaf_id, annee, libelle)
                        select structure_id, academie, '9514', annee, libelle from annuaire.classe where id = :former
                        returning id
                        """).param("former", former).query(UUID.class).single();
        try {
            for (var change : new String[] {
                "update annuaire.classe set archivee_le = now() where id = :former and :now::uuid is not null",
                "update annuaire.eleve_classe set fini_le = current_date where classe_id = :former and fini_le is null"
                        + " and :now::uuid is not null",
                "insert into annuaire.eleve_classe (eleve_id, classe_id, depuis)"
                        + " select eleve_id, :now, current_date from annuaire.eleve_classe"
                        + " where classe_id = :former and fini_le = current_date"
            }) {
                jdbc.sql(change).param("former", former).param("now", now).update();
            }
            as.forgetWhatThisNodeRemembers();
            var path = "/annuaire/ecoles/" + ecole + "/classes/" + now + "/enseignants";
            var offered = page(head, path);
            assertThat(offered).contains("avait ces élèves sous l’ancien numéro de la classe");
            assertThat(offered.indexOf("value=\"" + esteve)).isLessThan(offered.indexOf("value=\"" + oustry));
            assertThat(offered.split("avait ces élèves", -1)).as("nobody else").hasSize(2);
            assertThat(mvc.post()
                            .uri(path)
                            .cookie(as.personne(head))
                            .with(formulaire())
                            .param("personnel", esteve.toString()))
                    .hasStatus(303);
            assertThat(count("select count(*) from annuaire.enseigne where personnel_id = '" + esteve
                            + "' and classe_id = '" + now + "'"))
                    .isOne();
        } finally {
            jdbc.sql("delete from annuaire.enseignement where classe_id = :now")
                    .param("now", now)
                    .update();
            jdbc.sql("delete from annuaire.eleve_classe where classe_id = :now")
                    .param("now", now)
                    .update();
            jdbc.sql("delete from annuaire.classe where id = :now")
                    .param("now", now)
                    .update();
            jdbc.sql(
                            "update annuaire.eleve_classe set fini_le = null where classe_id = :former and fini_le = current_date")
                    .param("former", former)
                    .update();
        }
    }

    @Test
    void tellsTwoOfATeamApart() {
        var vidalou = personnel("11", "300103");
        jdbc.sql("""
                        update annuaire.personnel p set prenom = o.prenom, nom = o.nom, civilite = o.civilite
                          from annuaire.personnel o where p.id = :vidalou and o.id = :oustry
                        """).param("vidalou", vidalou).param("oustry", oustry).update();
        try {
            var addresses = jdbc.sql("select courriel from annuaire.personnel where id in (:p, :o)")
                    .param("p", vidalou)
                    .param("o", oustry)
                    .query(String.class)
                    .list();
            assertThat(addresses).hasSize(2).doesNotHaveDuplicates();
            for (var path :
                    new String[] {choose(), "/annuaire/ecoles/" + ecole + "/equipe", "/comptes/ecoles/" + ecole}) {
                assertThat(page(head, path)).as(path).contains(addresses);
            }
            jdbc.sql("update annuaire.personnel set prenom = 'Autre' where id = :p")
                    .param("p", vidalou)
                    .update();
            assertThat(page(head, choose())).contains("Autre").doesNotContain(addresses.toArray(String[]::new));
        } finally {
            jdbc.sql(
                            "update annuaire.personnel set prenom = 'Mireille', nom = 'VIDALOU', civilite = 'Mme' where id = :p")
                    .param("p", vidalou)
                    .update();
        }
    }

    @Test
    void saysTheYearOfAnOldFeedAndDoesNotCallItInOrder() {
        assertThat(page(head, "/")).contains("Annuaire à jour du");
        jdbc.sql("update annuaire.lot set date_lot = date_lot - 400 where academie = '11'")
                .update();
        try {
            var year = jdbc.sql("select extract(year from max(date_lot))::text from annuaire.lot where academie = '11'")
                    .query(String.class)
                    .single();
            assertThat(page(head, "/"))
                    .containsPattern("L’annuaire date du \\d+(er)? \\p{Ll}+ " + year)
                    .doesNotContain("Annuaire à jour du", "L’annuaire ne signale rien à corriger");
            for (var path : new String[] {"/", "/annuaire/lots"}) {
                assertThat(page(agent("Vidal"), path)).containsPattern("du \\d+(er)? \\p{Ll}+ " + year);
            }
        } finally {
            jdbc.sql("update annuaire.lot set date_lot = date_lot + 400 where academie = '11'")
                    .update();
        }
        jdbc.sql("update annuaire.lot set date_lot = date_lot - 9 where academie = '11'")
                .update();
        try {
            assertThat(page(head, "/")).contains("Annuaire à jour du");
        } finally {
            jdbc.sql("update annuaire.lot set date_lot = date_lot + 9 where academie = '11'")
                    .update();
        }
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    @Test
    void costsOneStatementForAllOfTheHeadsParts() {
        assertThat(statements(head, "/")).isZero();
        assertThat(statements(head, list())).isOne();
        assertThat(statements(head, choose())).isEqualTo(2);
        assertThat(statements(oustry, "/")).isOne();
    }

    private int statements(UUID personne, String path) {
        var cookie = as.personne(personne);
        return ComptageSql.ofWarmPage(() -> mvc.get().uri(path).cookie(cookie).exchange())
                .size();
    }

    private String list() {
        return "/annuaire/ecoles/" + ecole + "/classes";
    }

    private String choose() {
        return list() + "/" + cm1cm2 + "/enseignants";
    }

    private MvcTestResult attach(UUID par, UUID personnel) {
        return mvc.post()
                .uri(choose())
                .cookie(as.personne(par))
                .param("personnel", personnel.toString())
                .with(formulaire())
                .exchange();
    }

    private MvcTestResult ask(UUID enseignant, UUID classe) {
        return post(enseignant, "/annuaire/classes/" + classe + "/demande");
    }

    private MvcTestResult post(UUID personne, String path) {
        return mvc.post()
                .uri(path)
                .cookie(as.personne(personne))
                .with(formulaire())
                .exchange();
    }

    private MvcTestResult get(UUID personne, String path) {
        return mvc.get().uri(path).cookie(as.personne(personne)).exchange();
    }

    private String page(UUID personne, String path) {
        var answer = get(personne, path);
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                .replace('\u00a0', ' ')
                .replaceAll("<span class=\"ent-hors-vue\">[^<]*</span>", "");
    }

    private boolean teaches(UUID personnel) {
        return jdbc.sql("select exists (select 1 from annuaire.enseigne where personnel_id = :p and classe_id = :c)")
                .param("p", personnel)
                .param("c", cm1cm2)
                .query((rs, _) -> rs.getBoolean(1))
                .single();
    }

    private UUID demande(UUID classe) {
        return jdbc.sql("select id from annuaire.demande_classe where classe_id = :classe")
                .param("classe", classe)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }

    private int traced(String action) {
        return jdbc.sql("""
                        select count(*)::int from journal.fait
                         where action = :action and objet_id = :classe
                           and id in (select fait_id from journal.fait_ecole where ecole_id = :ecole)
                           and details ->> 'personnel' is not distinct from :oustry
                        """)
                .param("action", action)
                .param("classe", cm1cm2.toString())
                .param("ecole", ecole)
                .param("oustry", action.equals("classe-demandee") ? null : oustry.toString())
                .query((rs, _) -> rs.getInt(1))
                .single();
    }

    private UUID personnel(String academie, String id) {
        return reperes.personne(academie, Nature.PERSONNEL, id);
    }

    private UUID calas() {
        return jdbc.sql("select id from annuaire.personnel where nom = 'Calas'")
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }

    private UUID agent(String nom) {
        return jdbc.sql("select id from annuaire.agent where nom = :nom")
                .param("nom", nom)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }
}
