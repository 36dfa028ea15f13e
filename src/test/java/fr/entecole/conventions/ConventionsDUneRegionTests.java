package fr.entecole.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.MondeTest;
import fr.entecole.Plans;
import fr.entecole.annuaire.Visites;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Among the conventions of five hundred other communes, the region finds one, and what opens and closes is worked out
/// from narrow rows and named some at a time.
@MondeTest
class ConventionsDUneRegionTests {

    private static final int OTHERS = 500;
    private static final Pattern WHOLE = Plans.readsWhole(
            List.of("convention", "declaration", "inscription", "fait", "avenant", "acte", "titre", "contestation"));

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LectureDesConventions lecture;

    @Autowired
    Clock clock;

    Visites visites;
    UUID vidal;
    LocalDate today;
    int annee;

    @BeforeEach
    void manyOthers() {
        visites = new Visites(context);
        vidal = visites.agent("Vidal");
        today = Dates.day(clock.instant());
        annee = AnneeScolaire.of(today).rentree();
        if (jdbc.sql("select count(*) from conventions.convention")
                        .query(Integer.class)
                        .single()
                > OTHERS) {
            return;
        }
        jdbc.sql("""
                        create temp table autre as
                        select g, '77' || (100 + g) as insee, uuidv7() as convention, uuidv7() as declaration,
                               uuidv7() as ecole, '0770' || (100 + g) || 'X' as uai
                          from generate_series(1, 500) g;
                        insert into annuaire.structure (id, academie, genre, uai, nom_courant)
                        select ecole, '11', 'ECOLE', uai, 'E.P.PU$AUTRE ' || g || '$AILLEURS' from autre;
                        insert into annuaire.ouverture (structure_id, ouverte_le, ouverte_par)
                        select ecole, timestamptz '2026-01-01 00:00Z', 'conventions' from autre;
                        insert into conventions.convention (id, commune_insee, annee, rang, numero, cree_le)
                        select convention, insee, :annee, 1, :annee || '-' || insee || '-1', timestamptz '2026-01-01 00:00Z'
                          from autre;
                        insert into conventions.declaration (id, commune_insee, convention_id, version, genre, denomination,
                               forme, siret, adresse, signataire, qualite, contact, courriel, faite_le)
                        select declaration, insee, convention, 1, 'COMMUNE', 'Commune autre ' || g, '', '21340135900012', 'Place',
                               'Prénom Nom', 'Maire', 'Accueil', 'autre@example.org', timestamptz '2026-01-01 00:00Z' from autre;
                        insert into conventions.inscription (commune_insee, liste_id, ecole_id, uai, type, nom, commune,
                               departement)
                        select insee, declaration, ecole, uai, 'E.P', 'Autre', 'Ailleurs', '77' from autre;
                        insert into conventions.fait (commune_insee, convention_id, sorte, jour, parametres_id, fait_le)
                        select insee, convention, sorte, cast(:jour as date),
                               (select id from conventions.parametres where annee = :annee order by version desc limit 1),
                               timestamptz '2026-01-01 00:00Z'
                          from autre cross join (values ('TRANSMISE'), ('SIGNEE_COMMUNE'), ('SIGNEE_REGION')) s (sorte);
                        insert into conventions.acte (commune_insee, convention_id, nature, numero, jour, accuse, vote,
                               delegation, annee, ecoles, montant, depose_le)
                        select insee, convention, 'DELIBERATION', 'D' || g, cast(:jour as date), '', '', '', :annee, 1, 4000,
                               timestamptz '2026-01-01 00:00Z'
                          from autre where g % 2 = 0;
                        drop table autre;
                        analyze conventions.convention, conventions.declaration, conventions.inscription, conventions.fait,
                                conventions.acte, conventions.suivi, annuaire.structure, annuaire.ouverture
                        """).param("annee", annee).param("jour", today).update();
    }

    @Test
    void findsACommuneAndTheCodeOfASchoolAmongAll() {
        assertThat(visites.page(vidal, "/conventions/region?q=77599"))
                .contains("Commune autre 499")
                .doesNotContain("Commune autre 498");
        assertThat(visites.page(vidal, "/conventions/region?q=0770199x"))
                .contains("Commune autre 99")
                .doesNotContain("Commune autre 98");
        assertThat(visites.page(vidal, "/conventions/region?q=77_99")).contains("Aucune convention ici");
    }

    /// All of them end the same day: the page says how many schools close, names fifty, and goes on by key.
    @Test
    void namesSomeOfTheSchoolsThatCloseAndGoesOnByKey() {
        var day = lecture.ofCommune("77101").getFirst().parametres().fin().plusDays(1);
        var first = visites.page(vidal, "/conventions/ouvertures?jour=" + day);
        var all = new ArrayList<>(codes(first));
        assertThat(all).hasSize(50);
        assertThat(first).contains("Les fermetures suivantes");
        for (var page = first; page.contains("Les fermetures suivantes"); ) {
            var next = Pattern.compile("href=\"(/conventions/ouvertures\\?jour=[^\"]*fermer=[^\"]*)\"")
                    .matcher(page);
            assertThat(next.find()).isTrue();
            page = visites.page(vidal, next.group(1).replace("&amp;", "&"));
            all.addAll(codes(page));
        }
        assertThat(all).doesNotHaveDuplicates().isSorted().hasSizeGreaterThan(OTHERS);
        assertThat(first).contains(all.size() + " ferment");
    }

    @Test
    void readsNoConventionWholeToSayWhatOpensAndCloses() {
        var day = lecture.ofCommune("77101").getFirst().parametres().fin().plusDays(1);
        for (var path : List.of("/conventions/ouvertures", "/conventions/ouvertures?jour=" + day)) {
            assertThat(visites.statements(vidal, path))
                    .hasSizeLessThanOrEqualTo(5)
                    .noneMatch(sql -> sql.contains("conventions.situation"));
            Plans.readNothingWhole(
                    path,
                    ComptageSql.each(ComptageSql.ofPage(() -> visites.get(vidal, path))).stream()
                            .filter(sql -> sql.contains("conventions."))
                            .toList(),
                    WHOLE);
        }
    }

    private static List<String> codes(String page) {
        return Pattern.compile(
                        "<span class=\"ent-petit ent-doux\">(0\\d{6}[A-Z])</span></th><td role=\"cell\" class=\"num\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
