package fr.entecole.rgpd;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ModuleTest;
import fr.entecole.Personnages;
import fr.entecole.annuaire.PersonnesOubliees;
import fr.entecole.rgpd.Fiche.Bloc;
import fr.entecole.socle.Cles;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.Scenario;

@ModuleTest
class RgpdModuleTests {

    @Autowired
    MesDonnees donnees;

    @Autowired
    JdbcClient jdbc;

    @Test
    void gathersWhatTheModulesThatAreThereHoldOfAPersonAndTheirChildren() {
        var parent = new Personnages(jdbc).add(Profil.PARENT);
        var fiches = donnees.of(utilisateur(parent));
        assertThat(fiches).extracting(Fiche::titre).hasSize(2).first().isEqualTo("Nora Essai");
        assertThat(fiches.getFirst().blocs()).extracting(Bloc::titre).containsExactly("Fiche de responsable");
        assertThat(fiches.getLast().blocs()).extracting(Bloc::titre).containsExactly("Fiche d’élève");
    }

    @Test
    void hasEveryModuleForgetWhomTheDirectoryForgets(Scenario scenario) {
        var agent = new Personnages(jdbc).add(Profil.IEN);
        scenario.publish(new PersonnesOubliees(List.of(agent)))
                .andWaitForStateChange(
                        () -> jdbc.sql("select count(*) from annuaire.agent where id = :id")
                                .param("id", agent)
                                .query(Integer.class)
                                .single(),
                        left -> left == 0)
                .andVerify(left -> assertThat(left).isZero());
    }

    @Test
    void saysWhatEachModuleThatIsThereKeeps() {
        assertThat(donnees.traitements())
                .isNotEmpty()
                .allSatisfy(t -> assertThat(t.donnees()).isNotBlank());
    }

    private static Utilisateur utilisateur(UUID personne) {
        return new Utilisateur(
                UUID.randomUUID(),
                personne,
                Set.of(personne),
                Profil.PARENT,
                "Nora",
                "Essai",
                Set.of(),
                null,
                null,
                null,
                null,
                "",
                null,
                List.of(),
                Cles.AUCUNE);
    }
}
