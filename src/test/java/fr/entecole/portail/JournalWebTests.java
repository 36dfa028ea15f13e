package fr.entecole.portail;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.declarations.ActeAnnuaire;
import fr.entecole.comptes.ActeComptes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.journal.Decompte;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.journal.MinutePassee;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@MondeTest
class JournalWebTests {

    private static final String SECRET = "Trois5chevauxGris";

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    Journal journal;

    EnTantQue as;
    UUID marieCurie;
    UUID daudet;
    UUID castans;
    UUID samira;

    @BeforeEach
    void castAndSchools() {
        as = new EnTantQue(context);
        marieCurie = reperes.ecole("0110358E");
        daudet = reperes.ecole("0110359F");
        castans = reperes.personne("11", Nature.PERSONNEL, "300101");
        samira = reperes.personne("11", Nature.RESPONSABLE, "700101");
    }

    @Test
    void isForHeadsAndTheRegionOnly() {
        for (var stranger : List.of(
                reperes.personne("11", Nature.PERSONNEL, "300102"),
                samira,
                reperes.personne("11", Nature.ELEVE, "500101"),
                agent("Puech"),
                agent("Aubrac"))) {
            assertThat(mvc.get().uri("/journal").cookie(as.personne(stranger))).hasStatus(404);
        }
        assertThat(mvc.get().uri("/journal")).hasStatus3xxRedirection();
    }

    @Test
    void hidesFromAHeadWhatConcernsAnotherSchool() {
        record(Fait.of(ActeComptes.CODE_REDONNE, account("700101")).inEcole(daudet));
        record(Fait.of(ActeComptes.CONNEXION_REFUSEE, account("700101"))
                .inEcoles(List.of())
                .from("198.51.100.77"));
        assertThat(read(castans, "")).doesNotContain("Accès redonné à Samira Benali", "198.51.100");
        assertThat(mvc.get().uri("/journal?ecole=" + daudet).cookie(as.personne(castans)))
                .hasStatus(404);
    }

    @Test
    void hidesTheSchoolWhereAHeadOnlyTeaches() {
        jdbc.sql("""
                        insert into annuaire.fonction (personnel_id, structure_id, code, directeur, source, depuis)
                        values (:head, :ecole, 'ENS', false, 'MANUEL', current_date) on conflict do nothing
                        """).param("head", castans).param("ecole", daudet).update();
        as.forgetWhatThisNodeRemembers();
        record(Fait.of(ActeComptes.CODE_REDONNE, account("700101")).inEcole(daudet));
        assertThat(read(castans, "?famille=CODES")).doesNotContain("Accès redonné à Samira Benali");
        jdbc.sql("delete from annuaire.fonction where personnel_id = :head and structure_id = :ecole")
                .param("head", castans)
                .param("ecole", daudet)
                .update();
    }

    @Test
    void tellsAHeadInWordsWhoDidWhatAndTheNetworkAlone() {
        var teacher = as.account(reperes.personne("11", Nature.PERSONNEL, "300102"));
        record(Fait.of(ActeComptes.CODE_REMIS, account("700101")).by(teacher).inEcoles(List.of(marieCurie, daudet)));
        record(Fait.of(ActeComptes.CONNEXION, teacher)
                .by(teacher)
                .inEcole(marieCurie)
                .from("198.51.100.77"));
        choose(castans, true);
        assertThat(read(castans, ""))
                .contains(
                        "Feuille imprimée pour Samira Benali",
                        "Claire Estève",
                        "Entrée dans l’ENT",
                        "réseau 198.51.100")
                .doesNotContain("198.51.100.77", "code-remis");
        choose(castans, false);
        assertThat(read(agent("Vidal"), "?famille=ENTREES")).contains("198.51.100.77");
    }

    /// Entries are no daily reading: a head who wants them asks, and even then learns nothing of where families are.
    @Test
    void keepsTheEverydayAndThePlacesOfFamiliesFromAHead() {
        var parent = as.account(samira);
        record(Fait.of(ActeComptes.CONNEXION, parent)
                .by(parent)
                .inEcole(marieCurie)
                .from("203.0.113.7"));
        record(Fait.of(ActeComptes.CONNEXION_REFUSEE, parent)
                .inEcole(marieCurie)
                .from("203.0.113.8")
                .with(java.util.Map.of("raison", "mot-de-passe")));
        for (var query : List.of("", "?famille=ENTREES")) {
            assertThat(read(castans, query))
                    .contains("Entrée refusée à Samira Benali", "Lire aussi les entrées, les sorties et les chartes")
                    .doesNotContain("Entrée dans l’ENT", "203.0.113");
        }
        choose(castans, true);
        assertThat(read(castans, "")).contains("Entrée dans l’ENT").doesNotContain("203.0.113");
        choose(castans, false);
        assertThat(read(agent("Vidal"), "?famille=ENTREES"))
                .contains("203.0.113.7", "203.0.113.8")
                .doesNotContain("Lire aussi les entrées");
    }

    /// The head decides them: the journal says of whom, as long as both are known and the child is of the school.
    @Test
    void namesForTheHeadWhomARestrictionIsAbout() {
        var galy = jdbc.sql("""
                        select x.id from annuaire.restriction x where x.responsable_id = :yvan and x.levee_le is null
                        """)
                .param("yvan", reperes.personne("11", Nature.RESPONSABLE, "700114"))
                .query(UUID.class)
                .single();
        record(Fait.of(ActeAnnuaire.RESTRICTION_POSEE, galy)
                .by(as.account(castans))
                .inEcoles(List.of(marieCurie, daudet)));
        assertThat(jdbc.sql("select count(*) from journal.fait f where f.details::text ilike '%galy%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(read(castans, "?famille=RESTRICTIONS"))
                .containsPattern("Restriction posée : Yvan Galy, pour Timéo Galy");
        var elsewhere = reperes.personne("11", Nature.PERSONNEL, "300109");
        for (var reader : List.of(elsewhere, agent("Vidal"))) {
            assertThat(read(reader, "?famille=RESTRICTIONS"))
                    .contains("Restriction posée")
                    .doesNotContain("Galy");
        }
    }

    @Test
    void tellsTheRegionHowOftenStrangersTriedInAMinute() {
        MinutePassee.in(context);
        var decompte = context.getBean(Decompte.class);
        for (int i = 0; i < 3; i++) {
            decompte.count(ActeComptes.CONNEXION_REFUSEE, "inconnu", "198.51.100.99");
        }
        MinutePassee.in(context);
        assertThat(read(agent("Vidal"), "?famille=ENTREES"))
                .contains("cet identifiant n’existe pas (3 fois en une minute)", "198.51.100.99");
        assertThat(read(castans, "")).doesNotContain("en une minute");
    }

    @Test
    void carriesTheSchoolsOfWhoSignsInFailsAndLeaves() {
        var faure = reperes.personne("16", Nature.PERSONNEL, "300102");
        var compte = as.account(faure);
        as.givePassword(compte, SECRET);
        as.forgetWhatThisNodeRemembers();
        assertThat(signIn(as.login(compte), "Mauvais1motDePasse")).hasStatus(422);
        var session = signIn(as.login(compte), SECRET);
        assertThat(session).hasStatus(303);
        assertThat(mvc.post()
                        .uri("/deconnexion")
                        .cookie(session.getResponse().getCookie("session"))
                        .with(formulaire()))
                .hasStatus(303);
        for (var action : List.of("connexion-refusee", "connexion", "deconnexion")) {
            assertThat(jdbc.sql("""
                                    select e.ecole_id from journal.fait f join journal.fait_ecole e on e.fait_id = f.id
                                     where f.objet_id = :compte and f.action = :action
                                    """)
                            .param("compte", compte.toString())
                            .param("action", action)
                            .query((rs, _) -> rs.getObject(1, UUID.class))
                            .list())
                    .as(action)
                    .containsExactlyInAnyOrder(reperes.ecole("0311696A"), reperes.ecole("0311710R"));
        }
    }

    @Test
    void namesWhoIsGoneAsAnErasedAccount() {
        record(Fait.of(ActeComptes.CODE_REMIS, UUID.randomUUID())
                .by(UUID.randomUUID())
                .inEcole(marieCurie));
        assertThat(read(castans, "?famille=CODES")).contains("un compte effacé", "une personne qui n’est plus là");
    }

    @Test
    void notesWhoReadsOnceAnHour() {
        context.getBean(JournalController.class).lus.invalidateAll(); // of the tests before
        var vidal = agent("Vidal");
        int before = readings(vidal);
        read(vidal, "");
        read(vidal, "?famille=CODES");
        assertThat(readings(vidal)).isEqualTo(before + 1);
    }

    private int readings(UUID who) {
        return jdbc.sql("select count(*) from journal.fait where action = 'journal-consulte' and acteur_compte = :a")
                .param("a", as.account(who))
                .query((rs, _) -> rs.getInt(1))
                .single();
    }

    @Test
    void saysWhatToDoWithADayThatIsNone() {
        assertThat(read(castans, "?jour=hier")).contains("Écrivez ce jour comme 25/11/2026.", "value=\"hier\"");
        assertThat(read(castans, "?jour=2020-01-01")).contains("Rien n’est noté pour ce choix");
    }

    @Test
    void turnsThePages() {
        for (int i = 0; i < 31; i++) {
            jdbc.sql("insert into journal.fait (fait_le, action) values (now(), 'import-aaf')")
                    .update();
        }
        var vidal = agent("Vidal");
        var page = read(vidal, "?famille=IMPORTS");
        var next = page.replaceAll("(?s).*href=\"(/journal\\?[^\"]*avant=[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(read(vidal, next.substring("/journal".length())))
                .contains("Import de l’annuaire", "Revenir au plus récent");
    }

    @Test
    void costsThreeStatementsAndTheChoiceOfAHead() {
        record(Fait.of(ActeAnnuaire.ECOLE_OUVERTE, marieCurie).inEcole(marieCurie));
        for (var reader : List.of(castans, agent("Vidal"))) {
            var cookie = as.personne(reader);
            assertThat(ComptageSql.ofWarmPage(() -> mvc.get()
                            .uri("/journal?famille=ECOLES")
                            .cookie(cookie)
                            .exchange()))
                    .hasSize(reader.equals(castans) ? 4 : 3);
        }
    }

    @Test
    void showsNetworksOfBothKinds() {
        assertThat(LigneDuJournal.lieu("2001:db8:12:34::1", false)).isEqualTo("réseau 2001:db8:12");
        assertThat(LigneDuJournal.lieu("2001:db8::1", false)).isEqualTo("réseau 2001:db8:0");
        assertThat(LigneDuJournal.lieu("::1", false)).isEqualTo("réseau 0:0:0");
        assertThat(LigneDuJournal.lieu("192.0.2.7", false)).isEqualTo("réseau 192.0.2");
        assertThat(LigneDuJournal.lieu("nulle-part", false)).isEmpty();
    }

    /// For this account, whatever the device: another head reads what they chose themselves.
    @Test
    void keepsWhatAHeadWantsToReadUntilTheySayOtherwise() {
        record(Fait.of(ActeComptes.CONNEXION, as.account(samira))
                .by(as.account(samira))
                .inEcole(marieCurie));
        choose(castans, true);
        choose(castans, true);
        assertThat(read(castans, "")).contains("Entrée dans l’ENT", "Ne plus lire les entrées");
        assertThat(read(reperes.personne("11", Nature.PERSONNEL, "300114"), ""))
                .doesNotContain("Entrée dans l’ENT", "Ne plus lire les entrées");
        choose(castans, false);
        assertThat(read(castans, "")).doesNotContain("Entrée dans l’ENT", "Ne plus lire les entrées");
    }

    private void choose(UUID head, boolean entrees) {
        assertThat(mvc.post()
                        .uri("/journal/entrees")
                        .param("lire", String.valueOf(entrees))
                        .cookie(as.personne(head))
                        .with(formulaire()))
                .hasStatus(HttpStatus.SEE_OTHER);
    }

    private MvcTestResult signIn(String login, String password) {
        return mvc.post()
                .uri("/connexion")
                .param("identifiant", login)
                .param("motDePasse", password)
                .with(formulaire())
                .exchange();
    }

    private void record(Fait fait) {
        journal.record(fait);
    }

    private String read(UUID reader, String query) {
        var answer =
                mvc.get().uri("/journal" + query).cookie(as.personne(reader)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8).replace('\u00a0', ' ');
    }

    private String account(String responsable) {
        return as.account(reperes.personne("11", Nature.RESPONSABLE, responsable))
                .toString();
    }

    private UUID agent(String nom) {
        return jdbc.sql("select id from annuaire.agent where nom = :nom")
                .param("nom", nom)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }
}
