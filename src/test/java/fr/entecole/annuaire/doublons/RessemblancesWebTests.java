package fr.entecole.annuaire.doublons;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The look-alikes of the region, which each night finds and nobody settles here.
@MondeTest
class RessemblancesWebTests {

    private static final String LIST = "/annuaire/doublons";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    Ressemblances ressemblances;

    @Autowired
    Clock clock;

    Visites visites;
    UUID vidal;

    @BeforeEach
    void visits() {
        visites = new Visites(context);
        vidal = visites.agent("Vidal");
        jdbc.sql("delete from annuaire.reunion").update();
        ressemblances.look();
    }

    @AfterEach
    void leavesTheWorldAsItWas() {
        jdbc.sql("delete from annuaire.reunion").update();
        ressemblances.look();
    }

    @Test
    void isForTheRegionAlone() {
        for (var other : List.of(
                visites.personnel("11", "300101"),
                visites.agent("Aubrac"),
                visites.agent("Cros"),
                visites.agent("Lebrun"),
                visites.agent("Puech"))) {
            assertThat(visites.get(other, LIST)).hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    @Test
    void showsThePairsOfEachSchoolAndLeadsToThemSideBySide() {
        var nunez = nunez();
        var page = visites.page(vidal, LIST);
        var link = Pattern.compile("href=\"(/annuaire/ecoles/[0-9a-f-]+/doublons)#(p-" + nunez.getFirst() + ")\"")
                .matcher(page);
        assertThat(page).contains("David Nuñez", "les mêmes noms", "Comparer", "Responsable");
        assertThat(link.find()).isTrue();
        assertThat(visites.page(vidal, link.group(1))).contains("David Nuñez", "id=\"" + link.group(2) + "\"");
        assertThat(visites.statements(vidal, LIST)).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.page(vidal, "/")).contains("Fiches en double de la région");
        assertThat(visites.page(vidal, "/annuaire/ecoles")).contains("href=\"" + LIST + "\"");
    }

    @Test
    void leavesOutWhatWasDecidedSinceTheNight() {
        var nunez = nunez();
        jdbc.sql("""
                        insert into annuaire.reunion (id, ecole_id, nature, garde_id, autre_id, memes, present, decidee_le)
                        select uuidv7(), ecole_id, nature, autre, un, false, true, :maintenant from annuaire.ressemblance
                         where un = :un
                        """)
                .param("un", nunez.getFirst())
                .param("maintenant", OffsetDateTime.now(clock))
                .update();
        assertThat(visites.page(vidal, LIST)).doesNotContain("David Nuñez");
        ressemblances.look();
        assertThat(jdbc.sql("select count(*) from annuaire.ressemblance where un = ?")
                        .param(nunez.getFirst())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void leavesOutTheSchoolThatIsNoneAnyMore() {
        jdbc.sql("""
                        insert into annuaire.ressemblance (ecole_id, academie, uai, nature, un, autre, signes, vue_le)
                        values (gen_random_uuid(), '11', '', 'ELEVE', gen_random_uuid(), gen_random_uuid(), '{NOMS,NE}', :hier)
                        """).param("hier", OffsetDateTime.now(clock).minusDays(1)).update();
        ressemblances.look();
        assertThat(jdbc.sql("""
                        select count(*) from annuaire.ressemblance r
                         where not exists (select 1 from annuaire.structure s where s.id = r.ecole_id)
                        """).query(Long.class).single()).isZero();
        assertThat(visites.page(vidal, LIST)).contains("David Nuñez");
    }

    @Test
    void keepsToAnAcademieOrToTheSchoolsThatWereAskedFor() {
        assertThat(visites.page(vidal, LIST + "?academie=11")).contains("David Nuñez");
        assertThat(visites.page(vidal, LIST + "?academie=16"))
                .doesNotContain("David Nuñez")
                .contains("Voir celles de toute la région");
        var uai = jdbc.sql("select uai from annuaire.ressemblance where un = ?")
                .param(nunez().getFirst())
                .query(String.class)
                .single();
        assertThat(visites.page(vidal, LIST + "?q=" + uai)).contains("David Nuñez");
        assertThat(visites.page(vidal, LIST + "?q=lezignan")).doesNotContain("Aucune fiche en double ici");
        assertThat(visites.page(vidal, LIST + "?q=rien-de-tel")).contains("Aucune fiche en double ici");
        assertThat(visites.page(vidal, LIST + "?apres=nimporte.quoi")).contains("David Nuñez");
    }

    @Test
    void goesOnAfterThirtyWithoutMissingOneNorSayingOneTwice() {
        jdbc.sql("delete from annuaire.ressemblance").update();
        jdbc.sql("""
                        insert into annuaire.ressemblance (ecole_id, academie, uai, nature, un, autre, signes, vue_le)
                        select :ecole, case when n % 2 = 0 then '11' else '16' end, 'U' || n % 7, 'ELEVE',
                               gen_random_uuid(), gen_random_uuid(), '{NOMS,NE}', :maintenant
                          from generate_series(1, 70) n
                        """)
                .param("ecole", reperes.ecole("0110358E"))
                .param("maintenant", OffsetDateTime.now(clock))
                .update();
        List<String> seen = new ArrayList<>();
        var next = LIST;
        while (!next.isEmpty()) {
            var page = visites.page(vidal, next);
            Pattern.compile("doublons#(p-[0-9a-f-]+)\"").matcher(page).results().forEach(m -> seen.add(m.group(1)));
            var more = Pattern.compile("href=\"(" + LIST + "\\?[^\"]*apres=[^\"]+)\"")
                    .matcher(page);
            next = more.find() ? more.group(1).replace("&amp;", "&") : "";
        }
        assertThat(seen).hasSize(70).doesNotHaveDuplicates();
    }

    private List<UUID> nunez() {
        return jdbc.sql("""
                        select id from annuaire.responsable
                         where annuaire.cle(nom) = 'nunez' and annuaire.cle(prenom) = 'david' order by id
                        """).query(UUID.class).list();
    }
}
