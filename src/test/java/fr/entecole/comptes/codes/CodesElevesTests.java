package fr.entecole.comptes.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.entecole.EntTest;
import fr.entecole.Personnages;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.Hachage;
import fr.entecole.socle.Profil;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@EntTest
class CodesElevesTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CodesEleves codes;

    @Autowired
    Hachage hachage;

    @Autowired
    ApplicationContext context;

    UUID eleve;
    UUID compte;
    UUID par;

    @BeforeEach
    void aPupilOfCm1() {
        var personnages = new Personnages(jdbc);
        eleve = personnages.add(Profil.ELEVE);
        var as = new EnTantQue(context);
        compte = as.account(eleve);
        par = as.account(personnages.add(Profil.ENSEIGNANT));
    }

    @Test
    void givesNoneToThoseWhoDoNotComeInByAPassword() {
        for (var niveau : List.of("TPS", "PS", "MS", "GS", "CP", "CE1")) {
            level(niveau);
            assertThat(codes.issue(List.of(eleve), par, null)).isEmpty();
            assertThatThrownBy(() -> codes.reissue(eleve, par, null)).isInstanceOf(IllegalArgumentException.class);
        }
        for (var niveau : List.of("CE2", "CM1", "CM2")) {
            level(niveau);
            assertThat(codes.issue(List.of(eleve), par, null)).containsOnlyKeys(eleve);
        }
    }

    @Test
    void givesNoneToAnyoneButAPupil() {
        var parent = new Personnages(jdbc).add(Profil.PARENT);
        new EnTantQue(context).account(parent);
        assertThat(codes.issue(List.of(parent, UUID.randomUUID()), par, null)).isEmpty();
        assertThat(codes.issue(List.of(), par, null)).isEmpty();
    }

    @Test
    void keepsOnlyThePrintOfTheLastTwo() {
        var first = issue();
        var second = issue();
        var third = issue();
        assertThat(inForce())
                .hasSize(2)
                .noneMatch(kept -> kept.contains(third))
                .noneMatch(kept -> hachage.matches(CodeEleve.canonical(first), kept))
                .anyMatch(kept -> hachage.matches(CodeEleve.canonical(second), kept))
                .anyMatch(kept -> hachage.matches(CodeEleve.canonical(third), kept));
    }

    @Test
    void voidsWhatAnotherMayKnowWhenGivenAgain() {
        issue();
        var as = new EnTantQue(context);
        as.givePassword(compte, "tortuemauve42");
        as.compte(compte);
        var again = codes.reissue(eleve, par, null);
        assertThat(inForce()).hasSize(1).allMatch(kept -> hachage.matches(CodeEleve.canonical(again), kept));
        assertThat(jdbc.sql("select count(*) from comptes.compte where id = :id and mot_de_passe is null")
                        .param("id", compte)
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(jdbc.sql("select count(*) from comptes.session where compte_id = :id")
                        .param("id", compte)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select action from journal.fait where objet_id = :id order by id")
                        .param("id", compte.toString())
                        .query(String.class)
                        .list())
                .containsExactly("code-remis", "code-redonne");
    }

    private String issue() {
        return codes.issue(List.of(eleve), par, null).values().iterator().next();
    }

    private void level(String niveau) {
        jdbc.sql("update annuaire.eleve set niveau = :niveau where id = :id")
                .param("niveau", niveau)
                .param("id", eleve)
                .update();
    }

    private List<String> inForce() {
        return jdbc.sql("select mot_de_passe from comptes.code where compte_id = :id and annule_le is null")
                .param("id", compte)
                .query(String.class)
                .list();
    }
}
