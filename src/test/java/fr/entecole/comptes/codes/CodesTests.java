package fr.entecole.comptes.codes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.Personnages;
import fr.entecole.comptes.ComptesReglages;
import fr.entecole.comptes.Empreinte;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.journal.Journal;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Sceau;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@EntTest
class CodesTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Journal journal;

    @Autowired
    Clock clock;

    @Autowired
    ComptesReglages reglages;

    @Autowired
    Codes codes;

    @Autowired
    ApplicationContext context;

    UUID parent;
    UUID compte;
    UUID par;

    @BeforeEach
    void aParentWhoNeverCame() {
        var personnages = new Personnages(jdbc);
        var as = new EnTantQue(context);
        parent = personnages.add(Profil.PARENT);
        compte = as.newcomer(parent);
        par = as.account(personnages.add(Profil.DIRECTEUR));
    }

    @Test
    void keepsNothingThatTheDatabaseAloneCouldTryCodesAgainst() {
        var code = Codes.typed(codes.issue(List.of(parent), par, null).get(parent));
        assertThat(prints())
                .containsExactly(new Sceau(EntTest.SECRET).of("code", code))
                .doesNotContain(Empreinte.of(code), new Sceau(EntTest.SECRET).of("login", code));
        assertThat(codes.find(code))
                .hasValueSatisfying(remis -> assertThat(remis.compte()).isEqualTo(compte));
    }

    @Test
    void knowsNoCodeHandedUnderAnotherSecret() {
        var ailleurs =
                new Codes(jdbc, journal, clock, reglages, new Sceau("le-secret-d-une-autre-installation"), event -> {});
        var code = Codes.typed(ailleurs.issue(List.of(parent), par, null).get(parent));
        assertThat(codes.find(code)).isEmpty();
        assertThat(ailleurs.find(code)).isPresent();
    }

    @Test
    void handsEachTheirOwnWhenManyAreHandedAtOnce() {
        var personnages = new Personnages(jdbc);
        var as = new EnTantQue(context);
        var several = List.of(parent, personnages.add(Profil.PARENT), personnages.add(Profil.PARENT));
        several.forEach(as::newcomer);
        var handed = codes.issue(several, par, null);
        assertThat(handed).containsOnlyKeys(several);
        assertThat(handed.values()).doesNotHaveDuplicates();
        handed.forEach((personne, code) -> assertThat(codes.find(Codes.typed(code)))
                .hasValueSatisfying(remis -> assertThat(remis.personne()).isEqualTo(personne)));
    }

    private List<byte[]> prints() {
        return jdbc.sql("select empreinte from comptes.code where compte_id = :compte")
                .param("compte", compte)
                .query((rs, _) -> rs.getBytes(1))
                .list();
    }
}
