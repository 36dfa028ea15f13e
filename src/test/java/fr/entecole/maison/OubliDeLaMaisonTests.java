package fr.entecole.maison;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.socle.DonneesPersonnelles;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Whoever the directory forgets is forgotten by the whole house, after every example has written about them.
@MondeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OubliDeLaMaisonTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    List<DonneesPersonnelles> modules;

    Monde monde;

    @BeforeAll
    void theWorldWithSomethingOfEachModule() {
        monde = new Monde(context);
        for (var exemple : Exemples.ofTheHouse()) {
            exemple.show(monde, new Exemple(exemple.module()));
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "ELEVE",
                "CAMARADE",
                "RESPONSABLE",
                "RESPONSABLE_ECARTE",
                "ENSEIGNANTE",
                "COLLEGUE",
                "ENSEIGNANTE_ET_MERE",
                "DIRECTRICE",
                "AESH",
                "CONTRIBUTEUR",
                "ADMINISTRATEUR"
            })
    void leavesNoIdOfWhomTheDirectoryForgets(Passant passant) {
        var personne = monde.personne(passant);
        var faults = new EpreuveDeLOubli(monde, modules)
                .faults(passant.mots(), personne, Set.of(personne, monde.compte(passant)), annuaire()::erase);
        assertThat(faults).isEmpty();
    }

    /// Whoever may come back is kept out as before, by the feed's numbers and not by their ids.
    @ParameterizedTest
    @EnumSource(names = {"CAMARADE", "RESPONSABLE_ECARTE", "ENSEIGNANTE"})
    void leavesNoIdOfWhomNoFeedCountsAnyMore(Passant passant) {
        var personne = monde.personne(passant);
        var faults = new EpreuveDeLOubli(monde, modules)
                .faults(passant.mots(), personne, Set.of(personne, monde.compte(passant)), id -> {
                    for (var table : List.of("eleve", "responsable", "personnel")) {
                        monde.jdbc()
                                .sql("update annuaire." + table
                                        + " set suspendu_le = now() - interval '91 days' where id = :id")
                                .param("id", id)
                                .update();
                    }
                    annuaire().purge();
                });
        assertThat(faults).isEmpty();
    }

    /// A table where no example writes would prove nothing here.
    @Test
    void forgetsWhatWasWritten() {
        assertThat(new EpreuveDeLOubli(monde, modules).unwritten(Exemples.ofTheHouse()))
                .isEmpty();
    }

    @Test
    void endsWhatItKeeps() {
        assertThat(new EpreuveDeLOubli(monde, modules).undeclared()).isEmpty();
    }

    /// The others are told by its event.
    private DonneesPersonnelles annuaire() {
        return modules.stream()
                .filter(module -> module.schema().equals("annuaire"))
                .findFirst()
                .orElseThrow();
    }
}
