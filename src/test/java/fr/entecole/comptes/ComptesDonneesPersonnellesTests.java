package fr.entecole.comptes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.Personnages;
import fr.entecole.comptes.appareils.Provenance;
import fr.entecole.comptes.portes.Portier;
import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.Profil;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// From a person that the directory forgets to the last trace of their account.
@EntTest
class ComptesDonneesPersonnellesTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<DonneesPersonnelles> modules;

    @Autowired
    Portier portier;

    @Autowired
    ApplicationContext context;

    UUID personne;
    UUID compte;
    String login;

    @BeforeEach
    void aMayorWhoCame() {
        var as = new EnTantQue(context);
        personne = new Personnages(jdbc).add(Profil.MAIRE);
        compte = as.account(personne);
        login = as.login(compte);
        as.givePassword(compte, "Trois5chevauxGris");
        as.compte(compte);
        assertThat(portier.enter(login, "Trois5chevauxGris", new Provenance("192.0.2.9", null)))
                .isInstanceOf(Portier.Entre.class);
    }

    @Test
    void givesAPersonTheirOwnFile() {
        assertThat(module("comptes").export(personne))
                .containsEntry("login", login)
                .containsKeys("sessions", "journal", "chartes")
                .doesNotContainKey("mot_de_passe");
        assertThat(module("comptes").export(UUID.randomUUID())).isEmpty();
        assertThat(module("annuaire").export(personne)).containsOnlyKeys("agent");
    }

    @Test
    void isForgottenWithThePersonOfTheDirectoryThreeMonthsAfterTheirLastDay() {
        jdbc.sql("update annuaire.agent set fin = current_date - 89 where id = :id")
                .param("id", personne)
                .update();
        module("annuaire").purge();
        assertThat(traces()).containsValue(1);
        jdbc.sql("update annuaire.agent set fin = current_date - 92 where id = :id")
                .param("id", personne)
                .update();
        module("annuaire").purge();
        assertThat(traces().values()).containsOnly(0);
    }

    @Test
    void isErasedWhenAsked() {
        assertThat(traces()).containsEntry("accord", 1);
        module("comptes").erase(personne);
        assertThat(traces())
                .containsEntry("accord", 0)
                .containsEntry("compte", 0)
                .containsEntry("session", 0)
                .containsEntry("essai", 0);
    }

    private Map<String, Integer> traces() {
        return Map.of(
                "agent", count("annuaire.agent where id = :personne"),
                "compte", count("comptes.compte where personne_id = :personne"),
                "session", count("comptes.session where compte_id = :compte"),
                "essai", count("comptes.essai where compte_id = :compte"),
                "accord", count("comptes.accord where compte_id = :compte"));
    }

    private int count(String from) {
        return jdbc.sql("select count(*) from " + from)
                .param("personne", personne)
                .param("compte", compte)
                .query(Integer.class)
                .single();
    }

    private DonneesPersonnelles module(String schema) {
        return modules.stream()
                .filter(m -> m.schema().equals(schema))
                .findFirst()
                .orElseThrow();
    }
}
