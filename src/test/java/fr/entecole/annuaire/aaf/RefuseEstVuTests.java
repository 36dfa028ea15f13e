package fr.entecole.annuaire.aaf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A record that is refused is still someone: seen, not gone; and a batch of which too much is refused waits.
@EntTest
class RefuseEstVuTests extends BancAaf {

    @TempDir
    Path dossier;

    @BeforeEach
    void startsFromTheExample() {
        empty();
        assertThat(give(Exemple.complet()).raison()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<identifier><id/></identifier>",
                "<identifier><id> </id></identifier>",
                "",
                "<identifier><id>"
                        + "5000000000000000000000000000000000000000000000000000000000000000000000001</id></identifier>"
            })
    void aPersonWithoutAnUsableIdIsKnownByTheJointure(String identifiant) throws IOException {
        var lot = Exemple.copy(Exemple.complet(), dossier.resolve("complet.20240920"));
        Exemple.edit(
                lot.resolve(Exemple.ELEVE_0),
                x -> x.replace("<identifier><id>500001</id></identifier>", identifiant)
                        .replace("Lo&#239;c</value></attr>", "Loup</value></attr>"));
        Exemple.edit(lot.resolve(Exemple.REL), x -> x.replace("<identifier><id>700003</id></identifier>", identifiant));
        Exemple.edit(
                lot.resolve(Exemple.PERS), x -> x.replace("<identifier><id>300001</id></identifier>", identifiant));
        Exemple.edit(lot.resolve(Exemple.ETAB), x -> x.replace("<identifier><id>1002</id></identifier>", identifiant));
        var rapport = give(lot);
        assertThat(rapport.raison()).isNull();
        assertThat(rapport.warnings())
                .anyMatch(a -> a.code().equals("identifiant-absent")
                        && a.ids().containsAll(java.util.List.of("500001", "700003", "300001", "1002")));
        assertThat(rapport.warnings()).noneMatch(a -> a.code().equals("structure-absente"));
        for (var mot : new String[] {"eleves", "responsables", "personnels"}) {
            assertThat(rapport.of(mot).suspended()).as(mot).isZero();
        }
        assertThat(text("select prenom from annuaire.eleve where aaf_id = '500001'"))
                .isEqualTo("Loup");
    }

    @Test
    void whoHasNeitherIdNorJointureIsRefused() throws IOException {
        var rapport = give(
                full(x -> x.replace("<identifier><id>500001</id></identifier>", "<identifier><id/></identifier>")
                        .replace("<attr name=\"ENTPersonJointure\"><value>500001</value></attr>", "")),
                null,
                null,
                true);
        assertThat(rapport.of("eleves").refused()).isOne();
        assertThat(rapport.refused()).extracting(Rapport.Refus::id).contains("");
    }

    @Test
    void aRecordWhoseTwoNumbersAreTwoPeoplesChangesNeither() throws IOException {
        var rapport = give(full(x ->
                x.replace("<identifier><id>500001</id></identifier>", "<identifier><id>500002</id></identifier>")));
        assertThat(rapport.raison()).isNull();
        assertThat(rapport.refused()).extracting(Rapport.Refus::id).contains("500002");
        assertThat(rapport.of("eleves").suspended()).isZero();
        assertThat(text("select string_agg(prenom, ' ' order by aaf_id) from annuaire.eleve"
                        + " where aaf_id in ('500001', '500002') and suspendu_le is null"))
                .isEqualTo("Loïc Maëlle");
    }

    @Test
    void aRefusedRecordTakesThePlaceOfNone() throws IOException {
        var rapport = give(Exemple.delta(
                dossier,
                "20240916",
                Sorte.ELEVE,
                Exemple.modify(Sorte.ELEVE, "500001", "ENTPersonPrenom", "Loup"),
                Exemple.modify(Sorte.ELEVE, "500001", "ENTPersonPrenom", "")));
        assertThat(rapport.of("eleves").refused()).isOne();
        assertThat(text("select prenom from annuaire.eleve where aaf_id = '500001'"))
                .isEqualTo("Loup");
    }

    @Test
    void aBatchOfWhichTooMuchIsRefusedIsHeld() throws IOException {
        var avant = fingerprint();
        var lot = full(x -> x.replaceAll("(ENTPersonDateNaissance\"><value>)[0-9/]+", "$131/02/2015"));
        var rapport = give(lot);
        assertThat(rapport.issue()).isEqualTo(Rapport.Issue.HELD);
        assertThat(rapport.issue().exitCode()).isEqualTo(3);
        assertThat(rapport.raison()).contains("3 fiches d’élève sur 6", "10\u00a0%", "--accepter");
        assertThat(rapport.prevu().get("eleves").refused()).isEqualTo(3);
        assertThat(fingerprint()).isEqualTo(avant);
        var accepte = give(lot, null, null, true);
        assertThat(accepte.raison()).isNull();
        assertThat(accepte.of("eleves").refused()).isEqualTo(3);
        assertThat(accepte.of("eleves").suspended()).isZero();
    }

    @Test
    void aDeltaToo() throws IOException {
        var requetes = java.util.stream.Stream.of("500001", "500002", "500003")
                .map(id -> Exemple.modify(Sorte.ELEVE, id, "ENTPersonNom", ""))
                .toArray(String[]::new);
        assertThat(give(Exemple.delta(dossier, "20240916", Sorte.ELEVE, requetes))
                        .issue())
                .isEqualTo(Rapport.Issue.HELD);
        assertThat(give(Exemple.delta(dossier, "20240916", Sorte.ELEVE, requetes[0]))
                        .issue())
                .as("one alone is told and holds nothing")
                .isEqualTo(Rapport.Issue.UNCHANGED);
    }

    @Test
    void aKindOfWhichAllIsRefusedInAFullIsHeld() throws IOException {
        empty();
        var lot = Exemple.copy(Exemple.complet(), dossier.resolve("complet.20240920"));
        for (var id : new String[] {"300002", "300003", "300004"}) {
            Exemple.edit(lot.resolve(Exemple.PERS), x -> Exemple.without(x, id));
        }
        Exemple.edit(
                lot.resolve(Exemple.PERS),
                x -> x.replaceAll(
                        "<attr name=\"ENTPersonFonctions\">.*</attr>", "<attr name=\"ENTPersonFonctions\"/>"));
        assertThat(give(lot).raison()).contains("Une fiche de personnel sur 1 est refusée");
    }

    private Path full(UnaryOperator<String> change) throws IOException {
        var lot = Exemple.copy(Exemple.complet(), dossier.resolve("complet.20240920"));
        Exemple.edit(lot.resolve(Exemple.ELEVE_0), change);
        return lot;
    }
}
