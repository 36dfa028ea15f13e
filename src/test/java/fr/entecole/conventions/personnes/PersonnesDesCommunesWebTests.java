package fr.entecole.conventions.personnes;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.facteur.SecondFacteurReglages;
import fr.entecole.socle.Profil;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A town hall asks for its référent, the region grants it, the référent invites, replaces and removes.
@MondeTest
class PersonnesDesCommunesWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SecondFacteurReglages facteur;

    Visites visites;
    UUID vidal;
    UUID rascol;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        vidal = visites.agent("Vidal");
        rascol = visites.agent("Rascol");
        jdbc.sql("delete from conventions.passage").update();
        jdbc.sql("update conventions.demande set decidee_le = now(), accordee = false where decidee_le is null")
                .update();
    }

    @Test
    void asksWithoutAnAccountAndBecomesAReferentOnceTheRegionGrantsIt() {
        assertThat(mvc.get().uri("/conventions/referent").exchange()).hasStatusOk();
        assertThat(ask("commune", "Nulle-Part"))
                .hasStatus(422)
                .satisfies(r -> assertThat(Visites.words(r)).contains("Aucune commune", "value=\"Odile\""));
        assertThat(ask("commune", "34135", "courriel", "mairie")).hasStatus(422);
        assertThat(ask("commune", "Lespignan"))
                .hasStatusOk()
                .satisfies(r -> assertThat(Visites.words(r)).contains("C’est demandé"));
        assertThat(ask("commune", "21340135900012")).as("asked already").hasStatus(422);

        assertThat(visites.page(vidal, "/")).contains("demande à agir pour sa commune");
        assertThat(visites.page(vidal, "/conventions/demandes"))
                .contains("Odile Fabre", "Lespignan", "odile@example.org");
        assertThat(visites.get(rascol, "/conventions/demandes")).hasStatus(404);
        var id = demande();
        assertThat(visites.post(rascol, "/conventions/demandes/" + id + "/accord"))
                .hasStatus(404);
        assertThat(visites.post(vidal, "/conventions/demandes/" + id + "/accord"))
                .hasStatus(303);
        assertThat(mailed("odile@example.org")).contains("/premiere-connexion#", "Lespignan");
        var odile = visites.agent("Fabre");
        assertThat(visites.page(odile, "/conventions/personnes")).contains("Odile Fabre", "Christine Rascol");
        assertThat(visites.page(odile, "/conventions")).contains("Les conventions de la commune");
        assertThat(visites.page(vidal, "/conventions/demandes")).doesNotContain("Odile");
    }

    @Test
    void saysWhyItIsRefused() {
        assertThat(ask("commune", "34135", "nom", "Refus", "courriel", "refus@example.org"))
                .hasStatusOk();
        var id = demande();
        var nothing = visites.post(vidal, "/conventions/demandes/" + id + "/refus", "motif", "");
        assertThat(nothing).hasStatus(422);
        assertThat(visites.post(
                        vidal, "/conventions/demandes/" + id + "/refus", "motif", "La mairie ne vous connaît pas"))
                .hasStatus(303);
        assertThat(mailed("refus@example.org")).contains("ne vous connaît pas").doesNotContain("premiere-connexion");
        assertThat(jdbc.sql("select count(*) from annuaire.agent where nom = 'Refus'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void slowsWhoAsksTooOftenAndHoldsThreeOfACommune() {
        for (int i = 0; i < 3; i++) {
            assertThat(ask("commune", "34135", "courriel", i + "@example.org")).hasStatusOk();
        }
        assertThat(ask("commune", "34135", "courriel", "autre@example.org")).hasStatus(422);
        for (int i = 4; i < 10; i++) {
            assertThat(ask("commune", "34135", "courriel", i + "@example.org")).hasStatus(422);
        }
        assertThat(ask("commune", "31118", "courriel", "onze@example.org"))
                .hasStatus(429)
                .hasHeader("Retry-After", "3600");
    }

    @Test
    void invitesReplacesAndRemovesWithTheDayAndTheAuthorOfEach() {
        assertThat(invite("profil", "MAIRE")).as("the region’s to grant").hasStatus(422);
        assertThat(invite("profil", "FINANCES")).hasStatus(303);
        assertThat(invite("profil", "FINANCES")).as("twice").hasStatus(422);
        assertThat(mailed("luc@example.org")).contains("à l’invitation de Christine Rascol", "/premiere-connexion#");
        var luc = visites.agent("Caisse");
        assertThat(visites.page(luc, "/conventions")).contains("Les conventions de la commune");
        assertThat(visites.get(luc, "/conventions/personnes")).hasStatus(404);

        assertThat(invite("profil", "FINANCES", "nom", "Suivante", "remplace", luc.toString()))
                .hasStatus(303);
        var page = visites.page(rascol, "/conventions/personnes");
        assertThat(page).contains("Luc Suivante", "Retrait le", "par Christine Rascol");
        new Visites(context);
        assertThat(visites.get(luc, "/conventions")).as("out at once").doesNotHave(ok());

        var suivante = visites.agent("Suivante");
        assertThat(visites.post(visites.agent("Puech"), "/conventions/personnes/" + suivante + "/retrait"))
                .as("another commune’s")
                .hasStatus(404);
        assertThat(visites.post(rascol, "/conventions/personnes/" + rascol + "/retrait"))
                .as("the region’s")
                .hasStatus(404);
        assertThat(visites.post(rascol, "/conventions/personnes/" + suivante + "/retrait"))
                .hasStatus(303);
        assertThat(visites.statements(rascol, "/conventions/personnes")).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void asksASecondFactorOfAllWhoActForACommune() {
        assertThat(facteur.profils())
                .contains(Profil.REFERENT_VILLE, Profil.CONTRIBUTEUR, Profil.FINANCES, Profil.MAIRE);
    }

    private static org.assertj.core.api.Condition<MvcTestResult> ok() {
        return new org.assertj.core.api.Condition<>(r -> r.getResponse().getStatus() == 200, "answered");
    }

    private MvcTestResult ask(String... more) {
        var request = mvc.post().uri("/conventions/referent");
        List<String> fields = new java.util.ArrayList<>(List.of(more));
        for (var field : List.of(
                "profil",
                "REFERENT_VILLE",
                "prenom",
                "Odile",
                "nom",
                "Fabre",
                "fonction",
                "Secrétaire de mairie",
                "courriel",
                "odile@example.org")) {
            fields.add(field);
        }
        java.util.Map<String, String> values = new java.util.LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i += 2) {
            values.putIfAbsent(fields.get(i), fields.get(i + 1));
        }
        for (var value : values.entrySet()) {
            request = request.param(value.getKey(), value.getValue());
        }
        return request.with(formulaire()).exchange();
    }

    private MvcTestResult invite(String... more) {
        java.util.Map<String, String> values = new java.util.LinkedHashMap<>();
        values.put("prenom", "Luc");
        values.put("nom", "Caisse");
        values.put("courriel", "luc@example.org");
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        return visites.post(
                rascol,
                "/conventions/personnes",
                values.entrySet().stream()
                        .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
                        .toArray(String[]::new));
    }

    private UUID demande() {
        return jdbc.sql("select id from conventions.demande where decidee_le is null order by id limit 1")
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }

    private String mailed(String to) {
        return String.join(
                "\n",
                jdbc.sql("select texte from courriel.envoi where destinataire = :to")
                        .param("to", to)
                        .query(String.class)
                        .list());
    }
}
