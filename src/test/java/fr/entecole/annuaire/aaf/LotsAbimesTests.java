package fr.entecole.annuaire.aaf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Batches that arrive as they should not: twice, out of turn, or with one of their files cut.
@EntTest
class LotsAbimesTests extends BancAaf {

    @TempDir
    Path dossier;

    @BeforeEach
    void startsFromTheExample() {
        empty();
        assertThat(give(Exemple.complet()).raison()).isNull();
    }

    @Test
    void aDeltaThatArrivesTwiceChangesNothingTheSecondTime() throws IOException {
        var delta = delta();
        var once = give(delta, null, null, true);
        assertThat(once.issue()).isEqualTo(Rapport.Issue.APPLIED);
        assertThat(done(once.of("eleves"))).isEqualTo(counts(1, 1, 0, 1));
        var after = fingerprint();
        var accounts = accounts();
        assertThat(accounts).as("who comes by a delta has an account").contains("jo.o");
        for (int i = 0; i < 2; i++) {
            var again = give(delta);
            assertThat(again.raison()).isNull();
            assertThat(again.issue()).isEqualTo(Rapport.Issue.UNCHANGED);
            assertThat(fingerprint()).isEqualTo(after);
            assertThat(accounts()).isEqualTo(accounts);
        }
    }

    @Test
    void aDeltaBeforeItsBaseIsRefusedAndWorksOnceTheBaseIsThere() throws IOException {
        empty();
        var nothing = fingerprint();
        var early = give(delta());
        assertThat(early.issue()).isEqualTo(Rapport.Issue.REFUSED);
        assertThat(early.raison()).contains("pas de complet avant lui");
        assertThat(fingerprint()).isEqualTo(nothing);
        assertThat(give(Exemple.complet()).issue()).isEqualTo(Rapport.Issue.APPLIED);
        assertThat(give(delta(), null, null, true).issue()).isEqualTo(Rapport.Issue.APPLIED);
    }

    /// Each of its files in turn, near its beginning, in its middle, near its end, in a folder or an archive. Nobody is
    /// declared gone, and the same batch brought whole is applied.
    @ParameterizedTest
    @ValueSource(strings = {Exemple.ETAB, Exemple.ELEVE_0, Exemple.ELEVE_1, Exemple.PERS, Exemple.REL})
    void aFullWithOneFileCutInTheMiddleChangesNothing(String fichier) throws IOException {
        var before = fingerprint();
        var whole = full("20240916");
        var octets = Files.readAllBytes(whole.resolve(fichier));
        var cut = Exemple.copy(whole, dossier.resolve("coupe.20240916"));
        for (int tenth : new int[] {1, 5, 9}) {
            Files.write(cut.resolve(fichier), Arrays.copyOf(octets, octets.length * tenth / 10));
            var lot = tenth == 5 ? Exemple.zip(cut, dossier.resolve("coupe.zip")) : cut;
            var rapport = give(lot);
            assertThat(rapport.issue()).as("at " + tenth).isEqualTo(Rapport.Issue.REFUSED);
            assertThat(rapport.raison()).contains(fichier, "malformé", "rien n’a été changé");
            assertThat(fingerprint()).isEqualTo(before);
        }
        assertThat(give(whole).issue()).isEqualTo(Rapport.Issue.UNCHANGED);
    }

    @Test
    void theFirstFaultOfABatchIsTheOneThatIsTold() throws IOException {
        var lot = full("20240916");
        Exemple.edit(lot.resolve(Exemple.ETAB), xml -> xml.replace("MONTPELLIER", "TOULOUSE"));
        Exemple.edit(lot.resolve(Exemple.REL), xml -> xml.substring(0, xml.length() / 2));
        assertThat(give(lot).raison())
                .as("a fault of what is said, then one of how a later file is written")
                .contains("autre académie");
    }

    private List<String> accounts() {
        return jdbc.sql("select login from comptes.compte order by 1")
                .query(String.class)
                .list();
    }

    /// One comes, one changes, one leaves.
    private Path delta() throws IOException {
        return Exemple.delta(
                dossier,
                "20240916",
                Sorte.ELEVE,
                Exemple.add(
                        Sorte.ELEVE,
                        "500009",
                        "ENTPersonNom",
                        "O",
                        "ENTPersonPrenom",
                        "Jo",
                        "ENTPersonDateNaissance",
                        "29/02/2016",
                        "ENTPersonStructRattach",
                        "1001"),
                Exemple.modify(Sorte.ELEVE, "500001", "ENTPersonNom", "NOUVEAU"),
                Exemple.delete(Sorte.ELEVE, "500004"));
    }

    private Path full(String jour) throws IOException {
        return Exemple.copy(Exemple.complet(), dossier.resolve("complet." + jour));
    }
}
