package fr.entecole.comptes.feuilles;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.Formulaire;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.papier.FileDEssai;
import fr.entecole.socle.langue.Langue;
import jakarta.servlet.http.Cookie;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@MondeTest
class FeuillesWebTests {

    private static final Pattern CODE =
            Pattern.compile("<span>([0-9A-Z]{4})</span> <span>([0-9A-Z]{4})</span> <span>([0-9A-Z]{4})</span>");

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @LocalServerPort
    int port;

    EnTantQue as;
    UUID esteve;
    UUID castans;
    UUID cm1;
    UUID curie;

    @BeforeEach
    void door() {
        as = new EnTantQue(context);
        esteve = personnel("11", "300102");
        castans = personnel("11", "300101");
        cm1 = reperes.classe("11", "514");
        curie = reperes.ecole("0110358E");
    }

    @Test
    void keepsAClassFromEveryStranger() throws Exception {
        var page = "/comptes/classes/" + cm1;
        for (var stranger : new UUID[] {
            personnel("11", "300103"),
            personnel("11", "300109"),
            personnel("16", "300101"),
            responsable("700101"),
            vidal()
        }) {
            assertThat(get(stranger, page).getStatus()).isEqualTo(HttpStatus.NOT_FOUND.value());
            assertThat(post(stranger, page + "/feuilles", "responsables", "true")
                            .getStatus())
                    .isEqualTo(HttpStatus.NOT_FOUND.value());
        }
        assertThat(get(esteve, page).getStatus()).isEqualTo(HttpStatus.OK.value());
        assertThat(get(castans, page).getStatus()).isEqualTo(HttpStatus.OK.value());
    }

    @Test
    void keepsASchoolFromEveryoneButItsHead() throws Exception {
        for (var stranger : new UUID[] {esteve, personnel("11", "300114"), personnel("16", "300101"), vidal()}) {
            for (var page : new String[] {"", "/familles"}) {
                assertThat(get(stranger, "/comptes/ecoles/" + curie + page).getStatus())
                        .isEqualTo(HttpStatus.NOT_FOUND.value());
            }
            assertThat(post(stranger, "/comptes/ecoles/" + curie + "/feuilles", "equipe", "true")
                            .getStatus())
                    .isEqualTo(HttpStatus.NOT_FOUND.value());
        }
    }

    @Test
    void givesNoAccessAcrossAWall() throws Exception {
        // whom the CM1's teacher may not: another class's guardian, staff, the head, an agent, herself
        for (var person : new UUID[] {responsable("700201"), personnel("11", "300103"), castans, vidal(), esteve}) {
            assertThat(again(esteve, person).getStatus()).isEqualTo(HttpStatus.NOT_FOUND.value());
        }
        for (var person : new UUID[] {
            responsable("700260"), personnel("11", "300115"), personnel("16", "300103"), vidal(), castans
        }) {
            assertThat(again(castans, person).getStatus()).isEqualTo(HttpStatus.NOT_FOUND.value());
        }
        for (var person : new UUID[] {responsable("700108"), esteve, eleve("500107"), vidal()}) {
            assertThat(again(vidal(), person).getStatus()).isEqualTo(HttpStatus.NOT_FOUND.value());
        }
    }

    @Test
    void showsAGuardianKeptOutNowhere() throws Exception {
        jdbc.sql("update comptes.compte set active_le = null where personne_id = :id")
                .param("id", responsable("700114"))
                .update();
        assertThat(text(get(esteve, "/comptes/classes/" + cm1)))
                .contains("Timéo Galy")
                .doesNotContain("Yvan");
        assertThat(text(get(castans, "/comptes/ecoles/" + curie + "/familles"))).doesNotContain("Yvan");
        assertThat(pdf(post(castans, "/comptes/ecoles/" + curie + "/feuilles", "responsables", "true")))
                .doesNotContain("Yvan");
        assertThat(again(castans, responsable("700114")).getStatus()).isEqualTo(HttpStatus.NOT_FOUND.value());
    }

    @Test
    void printsNoSheetForAColleagueWhoDirectsAnotherSchool() throws Exception {
        var pages = personnel("11", "300104");
        jdbc.sql("update comptes.compte set active_le = null where personne_id = :id")
                .param("id", pages)
                .update();
        assertThat(pdf(post(castans, "/comptes/ecoles/" + curie + "/feuilles", "equipe", "true")))
                .contains("Olivier Pagès");
        jdbc.sql("""
                        insert into annuaire.fonction (personnel_id, structure_id, code, directeur, source, depuis)
                        values (:p, :e, 'D0000', true, 'AAF', current_date)
                        """).param("p", pages).param("e", reperes.ecole("0110357D")).update();
        as.forgetWhatThisNodeRemembers();
        int before = inForce(pages);
        try {
            assertThat(post(castans, "/comptes/ecoles/" + curie + "/feuilles", "equipe", "true")
                            .getStatus())
                    .isEqualTo(HttpStatus.SEE_OTHER.value());
            assertThat(inForce(pages)).isEqualTo(before);
            assertThat(text(get(castans, "/comptes/ecoles/" + curie))).doesNotContain("/personnes/" + pages + "/acces");
        } finally {
            jdbc.sql("delete from annuaire.fonction where personnel_id = :p and structure_id = :e")
                    .param("p", pages)
                    .param("e", reperes.ecole("0110357D"))
                    .update();
            as.forgetWhatThisNodeRemembers();
        }
    }

    @Test
    void printsNothingInAClosedSchool() throws Exception {
        var head = personnel("11", "300114");
        var ecole = reperes.ecole("0341406U");
        assertThat(get(head, "/comptes/ecoles/" + ecole).getStatus()).isEqualTo(HttpStatus.OK.value());
        jdbc.sql("update annuaire.ouverture set fermee_le = now() where structure_id = :e and fermee_le is null")
                .param("e", ecole)
                .update();
        as.forgetWhatThisNodeRemembers();
        try {
            assertThat(post(head, "/comptes/ecoles/" + ecole + "/feuilles", "responsables", "true")
                            .getStatus())
                    .isNotEqualTo(HttpStatus.OK.value());
            assertThat(again(head, responsable("700260")).getStatus()).isNotEqualTo(HttpStatus.OK.value());
            assertThat(again(vidal(), head).getStatus()).isEqualTo(HttpStatus.NOT_FOUND.value());
        } finally {
            jdbc.sql("update annuaire.ouverture set fermee_le = null where structure_id = :e")
                    .param("e", ecole)
                    .update();
            as.forgetWhatThisNodeRemembers();
        }
    }

    @Test
    void forgetsAPupilWhoLeft() throws Exception {
        var nino = eleve("500112");
        jdbc.sql("update annuaire.eleve set suspendu_le = now() where id = :id")
                .param("id", nino)
                .update();
        try {
            assertThat(text(get(esteve, "/comptes/classes/" + cm1))).doesNotContain("Nino");
            assertThat(again(esteve, nino).getStatus()).isEqualTo(HttpStatus.NOT_FOUND.value());
        } finally {
            jdbc.sql("update annuaire.eleve set suspendu_le = null where id = :id")
                    .param("id", nino)
                    .update();
        }
    }

    @Test
    void tellsHomonymsOfAClassApart() throws Exception {
        jdbc.sql(
                        "update annuaire.eleve e set prenom = z.prenom, nom = z.nom from annuaire.eleve z where e.id = :nino and z.id = :zoe")
                .param("nino", eleve("500112"))
                .param("zoe", eleve("500107"))
                .update();
        try {
            var page = text(get(esteve, "/comptes/classes/" + cm1));
            assertThat(page.split("date de naissance", -1).length - 1).isGreaterThanOrEqualTo(2);
            assertThat(pdf(post(esteve, "/comptes/classes/" + cm1 + "/feuilles", "eleves", "true")))
                    .contains("Date de naissance :");
        } finally {
            jdbc.sql("update annuaire.eleve set prenom = 'NINO', nom = 'LACAZE' where id = :id")
                    .param("id", eleve("500112"))
                    .update();
        }
    }

    @Test
    void putsThoseWhoNeverCameFirst() throws Exception {
        var page = text(get(esteve, "/comptes/classes/" + cm1));
        assertThat(page).contains("Aucune visite. Feuille remise le", "Première visite le");
        assertThat(page.indexOf("Aude Delmas")).isLessThan(page.indexOf("Fatou Amara"));
    }

    /// Guardians stand under the child, whom one finds by any name of the home; the name typed is in no address.
    @Test
    void findsTheHomeOfAChildByAnyName() throws Exception {
        var path = "/comptes/classes/" + cm1;
        var whole = text(get(esteve, path));
        assertThat(whole.split("<details class=\"ent-plier\">", -1)).hasSize(27);
        for (var typed : List.of("zoe", "DELMAS-R", "roques", "paul roq")) {
            var found = text(post(esteve, path, "nom", typed));
            assertThat(found)
                    .as(typed)
                    .contains("Un enfant correspond", "<b>Zoé Delmas</b>", "Paul Roques", "Toute la classe")
                    .doesNotContain("Fatou Amara");
            assertThat(found.split("<details class=\"ent-plier\" open>", -1)).hasSize(2);
        }
        assertThat(text(post(esteve, path, "nom", "elmas"))).contains("Personne ne correspond à « elmas »");
        assertThat(post(personnel("11", "300103"), path, "nom", "zoe").getStatus())
                .isEqualTo(HttpStatus.NOT_FOUND.value());
    }

    /// What a home counts, the list counts: families, then the others by guardian.
    @Test
    void countsFamiliesAsHomesDo() throws Exception {
        assertThat(text(get(esteve, "/"))).contains("2 familles de votre classe ne sont pas encore venues");
        assertThat(text(get(esteve, "/comptes/classes/" + cm1))).contains("2 familles jamais venues");
        var said = Pattern.compile("(\\d+) familles jamais venues");
        var home = said.matcher(text(get(castans, "/")));
        var list = said.matcher(text(get(castans, "/comptes/ecoles/" + curie + "/familles")));
        assertThat(home.find() && list.find()).isTrue();
        assertThat(list.group(1)).isEqualTo(home.group(1));
    }

    /// Paul Roques has chosen Ukrainian for his pages, Aude Delmas-Roques has told the school that she reads Turkish.
    @Test
    void printsInFrenchAndInTheLanguageOfEachFamily() throws Exception {
        jdbc.sql("""
                        update comptes.compte set langue = 'uk' where personne_id in
                               (select id from annuaire.titulaire where prenom ilike 'paul' and nom ilike 'roques')
                        """).update();
        jdbc.sql("""
                        insert into messagerie.choix (ecole_id, personne_id, signature, langue)
                        select :ecole, id, '', 'tr' from annuaire.titulaire where prenom ilike 'aude' and nom ilike 'delmas%'
                        """).param("ecole", curie).update();
        var path = "/comptes/classes/" + cm1 + "/feuilles";
        var charte = new ArrayList<String>();
        for (var code : List.of("fr", "uk", "tr", "es")) {
            charte.add(Langue.of(code).orElseThrow().say("Lisez la charte"));
        }
        try {
            assertThat(pdf(post(esteve, path, "responsables", "true")))
                    .contains(charte.subList(0, 3))
                    .doesNotContain(charte.getLast());
            assertThat(pdf(post(esteve, path, "responsables", "true", "langue", "fr", "parPage", "1")))
                    .contains(charte.getFirst())
                    .doesNotContain(charte.subList(1, 4));
            assertThat(pdf(post(esteve, path, "responsables", "true", "langue", "es", "parPage", "8")))
                    .contains(
                            "Code à garder pour vous, valable jusqu’au",
                            Langue.of("es").orElseThrow().say("Code à garder pour vous, valable jusqu’au {0}", ""));
        } finally {
            jdbc.sql("update comptes.compte set langue = null").update();
            jdbc.sql("delete from messagerie.choix where langue = 'tr'").update();
        }
    }

    @Test
    void printsOneSheetForEachGuardianWhoNeverCameAndNoBirthDate() throws Exception {
        var answer = post(esteve, "/comptes/classes/" + cm1 + "/feuilles", "responsables", "true");
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        assertThat(answer.getHeader("Content-Disposition"))
                .matches("attachment; filename=\"feuilles-acces-[0-9-]+\\.pdf\"");
        assertThat(pdf(answer))
                .contains(
                        "Mme Aude Delmas-Roques responsable de Zoé, CM1",
                        "M. Paul Roques",
                        "Sonia Escande",
                        "École élémentaire Marie Curie")
                .doesNotContain("Benali", "Amara", "Date de naissance :");
    }

    @Test
    void printsSheetsInTheOrderOfPupilsWithTheListThatEachSigns() throws Exception {
        var sheets = pdf(post(esteve, "/comptes/classes/" + cm1 + "/feuilles", "responsables", "true"));
        assertThat(sheets)
                .startsWith("École élémentaire Marie Curie")
                .contains("Feuilles à remettre : CM1 Mme Estève", "Élève Remis à Le Signature");
        var list = sheets.substring(0, sheets.indexOf("Votre code"));
        assertThat(list).contains("Zoé Delmas Mme Aude Delmas-Roques", "Malo Escande Mme Sonia Escande");
        assertThat(list.indexOf("Zoé Delmas")).isLessThan(list.indexOf("Malo Escande"));
        var codes = sheets.substring(sheets.indexOf("Votre code"));
        assertThat(codes.indexOf("Paul Roques")).isLessThan(codes.indexOf("Sonia Escande"));
        assertThat(sheets).doesNotContain("zéro").containsPattern("au 0\\d \\d\\d \\d\\d \\d\\d \\d\\d\\.");
    }

    @Test
    void handsAFirstAccessAndGivesAgainOnlyWhatWasHanded() throws Exception {
        jdbc.sql("delete from comptes.code where compte_id = :compte")
                .param("compte", as.account(responsable("700108")))
                .update();
        var page = text(get(castans, "/comptes/classes/" + cm1));
        assertThat(row(page, "Aude Delmas")).contains("Aucune visite, aucune feuille remise", "Remettre un accès");
        assertThat(row(page, "Fatou Amara")).contains("Première visite", "Redonner un accès");
    }

    private static String row(String page, String nom) {
        var from = page.substring(page.indexOf(nom));
        return from.substring(0, from.indexOf("</li>"));
    }

    @Test
    void printingAgainVoidsNothing() throws Exception {
        int before = inForce(responsable("700108"));
        for (var who : List.of(esteve, castans)) {
            assertThat(post(who, "/comptes/classes/" + cm1 + "/feuilles", "responsables", "true")
                            .getStatus())
                    .isEqualTo(HttpStatus.OK.value());
        }
        assertThat(inForce(responsable("700108"))).isEqualTo(before + 2);
        assertThat(again(esteve, responsable("700108")).getStatus()).isEqualTo(HttpStatus.OK.value());
        assertThat(inForce(responsable("700108"))).isOne();
    }

    @Test
    void showsACodeUntilItIsNotedAndNeverMakesAnother() throws Exception {
        var aude = responsable("700108");
        var cookie = as.personne(esteve);
        var path = "/comptes/personnes/" + aude + "/acces";
        assertThat(get(esteve, "/comptes").getRedirectedUrl()).isEqualTo("/comptes/classes/" + cm1);
        assertThat(text(get(esteve, "/comptes/classes/" + cm1))).contains(path + "\"");
        int before = inForce(aude);
        assertThat(text(get(cookie, path)))
                .contains("Remettre un accès : Aude Delmas-Roques", "responsable de Zoé, CM1", "ne servira plus");
        assertThat(inForce(aude)).as("asking voids nothing").isEqualTo(before);

        var answer = post(cookie, path);
        assertThat(answer.getRedirectedUrl()).isEqualTo(path);
        var shown = get(cookie, path);
        assertThat(shown.getHeader("Cache-Control")).contains("no-store");
        var code = code(text(shown));
        assertThat(text(shown)).contains("Accès pour Aude Delmas-Roques", "comme ");
        assertThat(code(text(get(cookie, path)))).as("a reload").isEqualTo(code);
        assertThat(inForce(aude)).isOne();
        assertThat(text(get(esteve, path))).as("another stay of hers").doesNotContain("ent-code");
        assertThat(jdbc.sql("select string_agg(contenu::text, ' ') from comptes.session")
                        .query(String.class)
                        .single())
                .contains("acces:" + aude)
                .doesNotContain(code, code.replace(" ", ""));

        assertThat(pdf(post(cookie, "/comptes/personnes/" + aude + "/feuille")))
                .contains("Aude Delmas")
                .contains(code.split(" "));
        assertThat(post(cookie, path + "/fin").getRedirectedUrl()).isEqualTo("/comptes");
        assertThat(text(get(cookie, path))).doesNotContain("ent-code", code);
        assertThat(post(cookie, "/comptes/personnes/" + aude + "/feuille").getRedirectedUrl())
                .isEqualTo(path);
        assertThat(inForce(aude)).as("it opens still").isOne();
    }

    @Test
    void showsNoCodeThatServesNoMore() throws Exception {
        var aude = responsable("700108");
        var path = "/comptes/personnes/" + aude + "/acces";
        var cookie = as.personne(esteve);
        assertThat(post(cookie, path).getStatus()).isEqualTo(HttpStatus.SEE_OTHER.value());
        assertThat(text(get(cookie, path))).contains("ent-code");
        assertThat(text(again(castans, aude))).contains("ent-code");
        assertThat(text(get(cookie, path))).doesNotContain("ent-code");
    }

    private static String code(String page) {
        var code = CODE.matcher(page);
        assertThat(code.find()).isTrue();
        return code.group(1) + " " + code.group(2) + " " + code.group(3);
    }

    private MockHttpServletResponse get(Cookie cookie, String path) {
        return mvc.get().uri(path).cookie(cookie).exchange().getResponse();
    }

    @Test
    void givesAnAccessAgainToAGuardianWhoHasComeByTheHeadAlone() throws Exception {
        var samira = responsable("700101");
        jdbc.sql("update comptes.compte set active_le = now() where personne_id = :id")
                .param("id", samira)
                .update();
        assertThat(text(get(esteve, "/comptes/classes/" + cm1)))
                .contains("Samira Benali", "/comptes/personnes/" + samira + "/acces");
        assertThat(again(esteve, samira).getStatus()).isEqualTo(HttpStatus.NOT_FOUND.value());
        assertThat(text(get(esteve, "/comptes/personnes/" + samira + "/acces")))
                .contains("C’est la direction de son école", "Demander un nouvel accès à la direction")
                .doesNotContain("nouveau code</button>");
        assertThat(post(esteve, "/comptes/personnes/" + samira + "/feuille").getStatus())
                .isEqualTo(HttpStatus.NOT_FOUND.value());
        assertThat(text(get(castans, "/comptes/classes/" + cm1))).contains("/comptes/personnes/" + samira + "/acces");
        assertThat(again(castans, samira).getStatus()).isEqualTo(HttpStatus.OK.value());
    }

    @Test
    void givesPupilsWordsAndTheYoungestNothing() throws Exception {
        assertThat(text(again(esteve, eleve("500107"))))
                .contains("zoe.delmas")
                .containsPattern("<span>\\p{Ll}+-\\p{Ll}+-\\d{2}</span>");
        assertThat(again(personnel("11", "300103"), eleve("500154")).getStatus())
                .isEqualTo(HttpStatus.NOT_FOUND.value());
        var cp = reperes.classe("11", "511");
        assertThat(text(get(personnel("11", "300103"), "/comptes/classes/" + cp)))
                .contains("Les plus jeunes n’ont pas de code");
    }

    @Test
    void saysWhyFamiliesNeverCame() throws Exception {
        assertThat(text(get(castans, "/comptes/ecoles/" + curie + "/familles")))
                .contains(
                        "Aude Delmas",
                        "Jamais de feuille",
                        "Feuille non utilisée",
                        "Doublon probable",
                        "David Nuñez",
                        "Olena Kovalenko")
                .doesNotContain("Benali", "Milan");
        assertThat(text(get(personnel("11", "300114"), "/comptes/ecoles/" + reperes.ecole("0341406U") + "/familles")))
                .contains("Milan Ortega", "Aucun responsable", "Organisme");
    }

    @ParameterizedTest
    @CsvSource({"-1,, Code expiré", "24, DATES, Cinq dates de naissance fausses", "24,, Feuille non utilisée"})
    void tellsWhatBecameOfACode(int hours, String voided, String said) {
        var compte = as.account(responsable("700201"));
        jdbc.sql("delete from comptes.code where compte_id = :compte")
                .param("compte", compte)
                .update();
        jdbc.sql("""
                        insert into comptes.code (compte_id, empreinte, created_at, expire_le, annule_pour, annule_le)
                        values (:compte, :secret, now(), now() + make_interval(hours => :hours), :voided,
                                case when cast(:voided as text) is not null then now() end)
                        """)
                .param("compte", compte)
                .param("secret", said.getBytes(StandardCharsets.UTF_8))
                .param("hours", hours)
                .param("voided", voided)
                .update();
        var page = text(get(castans, "/comptes/ecoles/" + curie + "/familles"));
        var row = page.substring(page.indexOf("Olena Kovalenko"));
        assertThat(row.substring(0, row.indexOf("</tr>"))).contains(said);
    }

    @Test
    void handsCodesToStaffAndHeadsAndAgents() throws Exception {
        assertThat(text(again(castans, personnel("11", "300104")))).contains("Olivier Pagès");
        assertThat(text(again(vidal(), castans))).contains("Hélène Castans");
        assertThat(text(again(vidal(), agent("Puech")))).contains("Nadège Puech");
        assertThat(pdf(post(vidal(), "/comptes/region/feuilles")))
                .contains("Inès Carrère")
                .doesNotContain("Claire");
        assertThat(text(get(vidal(), "/comptes/region?q=marie")))
                .contains("Hélène Castans")
                .doesNotContain("Carrère");
    }

    @Test
    void aHeadOfTwoSchoolsChooses() throws Exception {
        assertThat(get(castans, "/comptes").getRedirectedUrl()).isEqualTo("/comptes/ecoles/" + curie);
        jdbc.sql("""
                        insert into annuaire.fonction (personnel_id, structure_id, code, directeur, source, depuis)
                        values (:p, :e, 'D0000', true, 'AAF', current_date)
                        """).param("p", castans).param("e", reperes.ecole("0110357D")).update();
        as.forgetWhatThisNodeRemembers();
        try {
            assertThat(text(get(castans, "/comptes"))).contains("Frédéric Mistral", "Marie Curie");
        } finally {
            jdbc.sql("delete from annuaire.fonction where personnel_id = :p and structure_id = :e")
                    .param("p", castans)
                    .param("e", reperes.ecole("0110357D"))
                    .update();
            as.forgetWhatThisNodeRemembers();
        }
    }

    @Test
    void tellsHomesWhoHasNotCome() throws Exception {
        assertThat(text(get(esteve, "/"))).contains("2 familles de votre classe ne sont pas encore venues");
        assertThat(text(get(castans, "/")))
                .contains("familles jamais venues", "/comptes/ecoles/" + curie + "/familles");
        assertThat(text(get(vidal(), "/"))).contains("/comptes/region");
        assertThat(text(get(responsable("700101"), "/"))).doesNotContain("/comptes");
    }

    @ParameterizedTest
    @CsvSource({
        "300102, /comptes/classes/%s, 2",
        "300101, /comptes/ecoles/%s, 4",
        "300101, /comptes/ecoles/%s/familles, 5"
    })
    void costsAConstantNumberOfStatements(String id, String path, int most) {
        var cookie = as.personne(personnel("11", id));
        var uri = path.formatted(path.contains("classes") ? cm1 : curie);
        assertThat(ComptageSql.ofWarmPage(
                        () -> mvc.get().uri(uri).cookie(cookie).exchange()))
                .hasSizeLessThanOrEqualTo(most);
    }

    /// Whatever the number of people: all of a class, as on the first morning.
    @Test
    void handsTheCodesOfAClassInAConstantNumberOfStatements() {
        var venus = jdbc.sql("""
                        update comptes.compte c set active_le = null
                          from annuaire.famille(current_date) f
                         where f.classe_id = :cm1 and c.personne_id = f.personne_id and c.active_le is not null
                        returning c.id
                        """)
                .param("cm1", cm1)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list();
        assertThat(venus).hasSizeGreaterThan(20);
        var cookie = as.personne(esteve);
        ComptageSql.ofPage(
                () -> mvc.get().uri("/comptes/classes/" + cm1).cookie(cookie).exchange());
        try {
            assertThat(ComptageSql.ofPage(() -> mvc.post()
                            .uri("/comptes/classes/" + cm1 + "/feuilles")
                            .cookie(cookie)
                            .with(formulaire())
                            .param("responsables", "true")
                            .param("eleves", "true")
                            .exchange()))
                    .hasSizeLessThanOrEqualTo(10);
        } finally {
            jdbc.sql("delete from comptes.code where compte_id = any(:venus)")
                    .param("venus", venus.toArray(UUID[]::new))
                    .update();
            jdbc.sql("update comptes.compte set active_le = now() where id = any(:venus)")
                    .param("venus", venus.toArray(UUID[]::new))
                    .update();
        }
    }

    /// Whoever asked has closed the window while the sheets were being set.
    @Test
    void leavesNoCodeOfAPrintingThatBrokeOff() throws Exception {
        var path = "/comptes/ecoles/" + curie + "/feuilles";
        int before = inForce(responsable("700108"));
        long facts = handed();
        var body = "_csrf=" + Formulaire.champ() + "&responsables=true&eleves=true&equipe=true";
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(("POST " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: formulaire="
                                    + Formulaire.JETON + "; session="
                                    + as.personne(castans).getValue()
                                    + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                    + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            socket.setSoLinger(true, 0);
        }
        MockHttpServletResponse again;
        do {
            again = post(castans, path, "responsables", "true");
        } while (again.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value());
        assertThat(again.getStatus()).isEqualTo(HttpStatus.OK.value());
        assertThat(inForce(responsable("700108"))).isEqualTo(before + 1);
        assertThat(handed() - facts).isLessThan(20);
    }

    @Test
    void saysThatOnePrintsAlready() throws Exception {
        try (var _ = FileDEssai.busy(context, as.account(castans))) {
            var answer = post(castans, "/comptes/ecoles/" + curie + "/feuilles", "equipe", "true");
            assertThat(answer.getStatus()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE.value());
            assertThat(answer.getHeader("Retry-After")).isEqualTo("30");
            assertThat(new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8))
                    .contains("Vous imprimez déjà", "name=\"equipe\" value=\"true\"", "Aucun code n’a été créé");
        }
    }

    private long handed() {
        return jdbc.sql("select count(*) from journal.fait where action = 'code-remis'")
                .query((rs, _) -> rs.getLong(1))
                .single();
    }

    private MockHttpServletResponse get(UUID as, String path) {
        return mvc.get().uri(path).cookie(this.as.personne(as)).exchange().getResponse();
    }

    private MockHttpServletResponse post(UUID as, String path, String... field) {
        var request = mvc.post().uri(path).cookie(this.as.personne(as)).with(formulaire());
        for (int i = 0; i < field.length; i += 2) {
            request.param(field[i], field[i + 1]);
        }
        return request.exchange().getResponse();
    }

    /// What the one who gives an access again is shown in the end.
    private MockHttpServletResponse again(UUID par, UUID personne) {
        var cookie = as.personne(par);
        var path = "/comptes/personnes/" + personne + "/acces";
        var answer = post(cookie, path);
        if (answer.getStatus() != HttpStatus.SEE_OTHER.value()) {
            return answer;
        }
        assertThat(answer.getRedirectedUrl()).isEqualTo(path);
        return mvc.get().uri(path).cookie(cookie).exchange().getResponse();
    }

    private MockHttpServletResponse post(Cookie cookie, String path) {
        return mvc.post().uri(path).cookie(cookie).with(formulaire()).exchange().getResponse();
    }

    private static String text(MockHttpServletResponse answer) {
        assertThat(answer.getStatus()).isEqualTo(HttpStatus.OK.value());
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8).replace('\u00a0', ' ');
    }

    private static String pdf(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(HttpStatus.OK.value());
        try (var pdf = Loader.loadPDF(answer.getContentAsByteArray())) {
            return new PDFTextStripper().getText(pdf).replaceAll("[\\s\u00a0]+", " ");
        }
    }

    private int inForce(UUID personne) {
        return jdbc.sql("""
                        select count(*) from comptes.code k join comptes.compte c on c.id = k.compte_id
                         where c.personne_id = :personne and k.annule_le is null and k.utilise_le is null
                        """)
                .param("personne", personne)
                .query((rs, _) -> rs.getInt(1))
                .single();
    }

    private UUID personnel(String academie, String id) {
        return reperes.personne(academie, Nature.PERSONNEL, id);
    }

    private UUID responsable(String id) {
        return reperes.personne("11", Nature.RESPONSABLE, id);
    }

    private UUID eleve(String id) {
        return reperes.personne("11", Nature.ELEVE, id);
    }

    private UUID vidal() {
        return agent("Vidal");
    }

    private UUID agent(String nom) {
        return jdbc.sql("select id from annuaire.agent where nom = :nom")
                .param("nom", nom)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }
}
