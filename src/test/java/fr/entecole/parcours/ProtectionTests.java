package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.codes.Codes;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What protects people, on the screen: a head compares two guardians without a mouse; a mother reads that somebody has
/// given an access to her account.
@MondeTest
@Tag("parcours")
class ProtectionTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    Comptes comptes;

    @Autowired
    Codes codes;

    @AfterEach
    void asBefore() {
        jdbc.sql("""
                        delete from annuaire.restriction where preuve = 'Jugement du 3 mars 2026' or retenue_de is not null;
                        delete from annuaire.lien where responsable_id in (select id from annuaire.responsable where aaf_id = '999002');
                        delete from annuaire.responsable where aaf_id = '999002';
                        delete from comptes.code where su_le is not null
                        """).update();
    }

    @Test
    void aHeadComparesTwoGuardiansAndDecidesWithoutAMouse() {
        held(reperes.personne("11", Nature.ELEVE, "500101"), reperes.personne("11", Nature.RESPONSABLE, "700102"));
        try (var head = Navigateur.open(port).enterAs("Hélène Castans")) {
            assertThat(head.words()).contains("Un nouveau responsable est retenu", "Inès Benali");
            head.look("accueil-retenue").follow("Comparer");
            head.page().waitForURL("**/annuaire/retenues/*");
            assertThat(head.words())
                    .contains("Karim Haddad", "Karim Benali", "Elles ont en commun : les noms, le nom de naissance");
            head.look("retenue");
            head.page()
                    .getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Décider"))
                    .scrollIntoViewIfNeeded();
            for (int stops = 0; stops < 60 && !focused(head).startsWith("C’est la même personne"); stops++) {
                head.page().keyboard().press("Tab");
            }
            head.page().keyboard().press("Enter");
            head.page().waitForURL(url -> url.endsWith("/restrictions?fait=ecart"));
            assertThat(head.words()).contains("C’est fait", "Karim Haddad", "Karim Benali", "écarté");
            head.look("retenue-ecartee");
        }
    }

    @Test
    void aMotherReadsThatAnAccessWasGivenAgain() {
        var samira = reperes.personne("11", Nature.RESPONSABLE, "700101");
        var head = comptes.ofPersonne(reperes.personne("11", Nature.PERSONNEL, "300101"))
                .orElseThrow();
        codes.issue(List.of(samira), head, null);
        try (var window = Navigateur.open(port).enterAs("Samira Benali", "/mon-compte/acces-redonnes")) {
            assertThat(window.words()).contains("Un accès vous a été redonné", "par Hélène Castans", "pas utilisé");
            window.look("acces-redonne").click("J’ai compris, continuer");
            window.page().waitForURL(url -> url.endsWith("/"));
            assertThat(window.words()).contains("Inès");
        }
    }

    private static String focused(Navigateur window) {
        return String.valueOf(window.page().evaluate("document.activeElement.innerText"))
                .replace('\u00a0', ' ');
    }

    private void held(UUID child, UUID keptOut) {
        jdbc.sql("""
                        with r as (
                            insert into annuaire.responsable (academie, aaf_id, civilite, nom, nom_naissance, prenom, adresse, code_postal, ville, courriel)
                            select '11', '999002', 'M.', 'HADDAD', nom, 'Karim', adresse, code_postal, ville,
                                   'une-adresse-de-courriel-tres-longue-pour-un-petit-ecran@exemple.example.org'
                              from annuaire.responsable where id = :keptOut returning id),
                        l as (
                            insert into annuaire.lien (eleve_id, responsable_id, code, depuis)
                            select :child, id, '39', date '2026-01-05' from r),
                        x as (
                            insert into annuaire.restriction (eleve_id, responsable_id, depuis, preuve, posee_le)
                            values (:child, :keptOut, date '2026-03-03', 'Jugement du 3 mars 2026', timestamptz '2026-03-03 10:00Z')
                            returning id)
                        insert into annuaire.restriction (eleve_id, responsable_id, depuis, preuve, posee_le, retenue_de)
                        select :child, r.id, date '2026-11-20', '', timestamptz '2026-11-20 10:00Z', x.id from r, x
                        """).param("child", child).param("keptOut", keptOut).update();
    }
}
