package fr.entecole.liaison.surpapier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Sonia Escande, of the CM1, wants paper: her school notes it once.
@MondeTest
class SurPapierWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    Clock clock;

    Visites visites;
    UUID esteve;
    UUID castans;
    UUID sonia;
    UUID cm1;
    String page;

    @BeforeEach
    void nobodyIsOnPaper() {
        visites = new Visites(context);
        jdbc.sql("delete from liaison.sur_papier").update();
        jdbc.sql("delete from liaison.mot").update();
        esteve = visites.personnel("11", "300102");
        castans = visites.personnel("11", "300101");
        sonia = jdbc.sql("select id from annuaire.responsable where annuaire.cle(nom) = 'escande'")
                .query(UUID.class)
                .single();
        cm1 = reperes.classe("11", "514");
        page = "/liaison/sur-papier/" + cm1;
    }

    @Test
    void isNotedByWhoTeachesTheClassOrDirectsTheSchoolAlone() {
        for (var other : List.of(
                visites.personnel("11", "300105"),
                visites.personnel("11", "300114"),
                visites.byHand("Calas"),
                sonia,
                visites.eleve("500101"))) {
            assertThat(visites.get(other, page)).hasStatus(404);
            assertThat(note(other, sonia, true)).hasStatus(404);
        }
        assertThat(note(esteve, guardianOf("500154"), true))
                .as("of another class")
                .hasStatus(404);
        assertThat(noted()).isZero();
        assertThat(note(esteve, sonia, true)).hasStatus(303).hasRedirectedUrl(page + "?fait=note");
        assertThat(note(castans, sonia, true)).as("twice is once").hasStatus(303);
        assertThat(noted()).isOne();
        assertThat(visites.page(esteve, page)).contains("Répond sur papier, noté", "Ne répond plus sur papier");
        assertThat(visites.statements(esteve, page)).hasSizeLessThanOrEqualTo(5);
        assertThat(note(castans, sonia, false)).hasRedirectedUrl(page + "?fait=fini");
        assertThat(visites.page(esteve, page)).doesNotContain("Répond sur papier, noté");
        assertThat(jdbc.sql("select count(*) from liaison.sur_papier where fini_le is not null")
                        .query(Integer.class)
                        .single())
                .as("what was stays dated")
                .isOne();
    }

    @Test
    void goesStraightToTheOnlyClass() {
        assertThat(visites.get(esteve, "/liaison/sur-papier")).hasRedirectedUrl(page);
        assertThat(visites.page(castans, "/liaison/sur-papier")).contains(page, "CM1");
    }

    @Test
    void isAReasonOfItsOwnInEveryFollowUp() {
        for (var attendu : List.of("RIEN", "SIGNATURE", "OUI_NON")) {
            var mot = mot(attendu);
            assertThat(visites.page(esteve, "/liaison/mots/" + mot)).doesNotContain("Répond sur papier");
            assertThat(note(esteve, sonia, true)).hasStatus(303);
            var grid = visites.page(esteve, "/liaison/mots/" + mot);
            assertThat(grid).contains("Répond sur papier, noté", "répond sur papier", "qui=sur_papier");
            assertThat(visites.page(esteve, "/liaison/mots/" + mot + "?qui=sur_papier"))
                    .contains("Sonia Escande")
                    .doesNotContain("Fatou Amara");
            assertThat(visites.page(esteve, "/liaison/mots/" + mot + "?qui=sans_compte"))
                    .doesNotContain("Sonia Escande");
            assertThat(visites.statements(esteve, "/liaison/mots/" + mot)).hasSizeLessThanOrEqualTo(5);
            assertThat(note(esteve, sonia, false)).hasStatus(303);
        }
    }

    @Test
    void isPrintedWithThoseWhoCannotBeReachedAndNeverReminded() {
        jdbc.sql("update comptes.compte set active_le = clock_timestamp() where personne_id = :p")
                .param("p", sonia)
                .update();
        try {
            assertThat(note(esteve, sonia, true)).hasStatus(303);
            var mot = mot("SIGNATURE");
            assertThat(visites.post(esteve, "/liaison/mots/" + mot + "/relance"))
                    .hasStatus(303);
            assertThat(count("liaison.relance", sonia)).isZero();
            assertThat(visites.post(esteve, "/liaison/mots/" + mot + "/talons", "qui", "injoignables"))
                    .hasStatusOk();
            assertThat(count("liaison.talon", sonia)).isOne();
            assertThat(visites.get(sonia, "/liaison/mots/" + mot))
                    .as("she still reads here")
                    .hasStatusOk();
            assertThat(visites.page(esteve, "/liaison/mots/" + mot)).doesNotContain("Répond sur papier, noté");
        } finally {
            jdbc.sql("update comptes.compte set active_le = null where personne_id = :p")
                    .param("p", sonia)
                    .update();
        }
    }

    private MvcTestResult note(UUID who, UUID personne, boolean papier) {
        return visites.post(who, page, "personne", personne.toString(), "papier", Boolean.toString(papier));
    }

    private int noted() {
        return jdbc.sql("select count(*) from liaison.sur_papier where fini_le is null")
                .query(Integer.class)
                .single();
    }

    private int count(String table, UUID personne) {
        return jdbc.sql("select count(*) from " + table + " where personne_id = :p")
                .param("p", personne)
                .query(Integer.class)
                .single();
    }

    private UUID guardianOf(String eleve) {
        return jdbc.sql("select min(responsable_id::text)::uuid from annuaire.lien where eleve_id = :e")
                .param("e", visites.eleve(eleve))
                .query(UUID.class)
                .single();
    }

    private UUID mot(String attendu) {
        var id = UUID.randomUUID();
        var now = OffsetDateTime.now(clock).minusMinutes(5);
        Map<String, Object> of = new HashMap<>();
        of.put("id", id);
        of.put("ecole", reperes.ecole("0110358E"));
        of.put("auteur", esteve);
        of.put("cle", "CLASSE.RESPONSABLES." + cm1);
        of.put("le", now);
        of.put("jour", now.toLocalDate());
        of.put("empreinte", id.toString().getBytes(StandardCharsets.UTF_8));
        of.put("attendu", attendu);
        jdbc.sql("""
                        insert into liaison.mot (id, ecole_id, auteur_id, annee, jour, empreinte, publie_le, visible_le, genre,
                               attendu, repondants)
                        values (:id, :ecole, :auteur, 2026, :jour, :empreinte, :le, :le, 'INFORMATION', :attendu, 'CHACUN')
                        """).params(of).update();
        jdbc.sql("""
                        insert into liaison.version (ecole_id, mot_id, numero, titre, texte, auteur_id, ecrite_le, visible_le, signatures)
                        values (:ecole, :id, 1, 'Un mot', '<p>Ce qu’il dit.</p>', :auteur, :le, :le, 'DEMANDEES')
                        """).params(of).update();
        jdbc.sql("insert into liaison.destination (ecole_id, cle, mot_id) values (:ecole, :cle, :id)")
                .params(of)
                .update();
        return id;
    }
}
