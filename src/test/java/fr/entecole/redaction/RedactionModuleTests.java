package fr.entecole.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ModuleTest;
import fr.entecole.Personnages;
import fr.entecole.redaction.Brouillons.Depasse;
import fr.entecole.redaction.Brouillons.Garde;
import fr.entecole.redaction.Brouillons.Parti;
import fr.entecole.redaction.Brouillons.Refuse;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class RedactionModuleTests {

    private static final String LIEU = "essai.nouveau";

    @Autowired
    Brouillons brouillons;

    @Autowired
    TextesDuService textes;

    @Autowired
    RedactionDonneesPersonnelles donnees;

    @Autowired
    JdbcClient jdbc;

    Utilisateur aude;
    Utilisateur karim;

    @BeforeEach
    void people() {
        jdbc.sql("delete from redaction.brouillon").update();
        aude = Personnages.someone(Profil.ENSEIGNANT, List.of());
        karim = Personnages.someone(Profil.ENSEIGNANT, List.of());
    }

    @Test
    void keepsADraftForItsWriterAlone() {
        assertThat(keep(aude, 0, "Bonjour")).isEqualTo(new Garde(1));
        assertThat(keep(aude, 1, "Bonjour à tous")).isEqualTo(new Garde(2));
        assertThat(brouillons.of(aude, LIEU))
                .hasValueSatisfying(b -> assertThat(b.champ("texte", "")).isEqualTo("Bonjour à tous"));
        assertThat(brouillons.of(karim, LIEU)).isEmpty();
        brouillons.drop(karim, LIEU);
        assertThat(brouillons.of(aude, LIEU)).isPresent();
    }

    @Test
    void overwritesNothingThatAnotherTabHasTyped() {
        keep(aude, 0, "Bonjour");
        keep(aude, 1, "Bonjour à tous");
        assertThat(keep(aude, 1, "Autre chose"))
                .isInstanceOfSatisfying(
                        Depasse.class,
                        d -> assertThat(d.autre().champ("texte", "")).isEqualTo("Bonjour à tous"));
        assertThat(keep(aude, 0, "Un nouvel onglet")).isInstanceOf(Depasse.class);
        assertThat(keep(aude, 1, "Bonjour à tous")).as("the answer was lost").isEqualTo(new Garde(2));
        assertThat(keep(aude, 2, "Autre chose")).as("chosen knowingly").isEqualTo(new Garde(3));
    }

    @Test
    void doesNotBringBackWhatWasSent() {
        keep(aude, 0, "Bonjour");
        brouillons.drop(aude, LIEU);
        assertThat(keep(aude, 1, "Bonjour à")).isEqualTo(new Parti());
        assertThat(brouillons.of(aude, LIEU)).isEmpty();
        assertThat(keep(aude, 0, "Encore")).isEqualTo(new Garde(1));
    }

    @Test
    void isBounded() {
        assertThat(brouillons.keep(aude, "../x", 0, "", Map.of("texte", "a"))).isEqualTo(new Refuse());
        assertThat(brouillons.keep(aude, LIEU, 0, "", Map.of())).isEqualTo(new Refuse());
        assertThat(keep(aude, 0, "a".repeat(200_001))).isEqualTo(new Refuse());
        for (int i = 0; i < 45; i++) {
            brouillons.keep(aude, "essai." + i, 0, "", Map.of("texte", "a"));
        }
        assertThat(jdbc.sql("select count(*) from redaction.brouillon")
                        .query(Integer.class)
                        .single())
                .isEqualTo(40);
        assertThat(brouillons.of(aude, "essai.44")).isPresent();
    }

    @Test
    void givesItsWriterACopyAndForgets() {
        keep(aude, 0, "<p>Bonjour <strong>à tous</strong></p>");
        assertThat(donnees.export(aude.personneId()).get("brouillons").toString())
                .contains("Bonjour à tous");
        donnees.purge();
        assertThat(brouillons.of(aude, LIEU)).isPresent();
        jdbc.sql("update redaction.brouillon set ecrit_le = ecrit_le - interval '31 days'")
                .update();
        donnees.purge();
        assertThat(brouillons.of(aude, LIEU)).isEmpty();
        keep(aude, 0, "a");
        donnees.erase(aude.personneId());
        assertThat(donnees.export(aude.personneId())).isEmpty();
    }

    @Test
    void twoWhoChangeOneTextSeeEachOther() {
        assertThat(textes.of("essai").version()).isZero();
        assertThat(textes.write("essai", 0, TexteRiche.of("Un"))).isPresent();
        assertThat(textes.write("essai", 0, TexteRiche.of("Deux"))).isEmpty();
        assertThat(textes.of("essai").texte().brut()).isEqualTo("Un");
        assertThat(textes.write("essai", 1, TexteRiche.of("Deux"))).isPresent();
        assertThat(textes.of("essai").version()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "reunion, true",
        "Réunion, true",
        "REUNIONS, true",
        "réu, true",
        "eleve reunion, true",
        "réunion des élèves, true",
        "l’élève, true",
        "mangeon, true",
        "ecole, true",
        "oeuvre, true",
        "œuvres, true",
        "les, true",
        "'', false",
        "'!!! ...', false",
        "union, false",
        "reunion vendredi, false",
        "strong, false",
        "href, false",
        "amp, false"
    })
    void findsInFrench(String typed, boolean found) {
        var texte = TexteRiche.of("<h2>Réunion des parents d’élèves</h2><p>Les <strong>é</strong>coles : nous mangeons "
                + "ensemble &amp; une <a href=\"/aide\">œuvre</a></p>");
        assertThat(jdbc.sql("select redaction.mots(:texte) @@ redaction.demande(:typed)")
                        .param("texte", texte.html())
                        .param("typed", typed)
                        .query(Boolean.class)
                        .single())
                .isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "reunoin, true",
        "réunnion, true",
        "reuniom, true",
        "eunion, true",
        "parnets eleves, true",
        "reunoin piscine, false",
        "reunoni, false",
        "ecols, false",
        "unoin, false",
        "oeuvre, true",
        "oeurve, true",
        "nois, false",
        "'', false",
        "'.*', false",
        "'(((((', false"
    })
    void findsWithOneWrongLetterInALongWord(String typed, boolean found) {
        var texte = TexteRiche.of("<h2>Réunion des parents d’élèves</h2><p>Les écoles : nous mangeons une œuvre</p>");
        assertThat(jdbc.sql("select redaction.ressemble(redaction.mots(:texte), (select redaction.fautes(:typed)))")
                        .param("texte", texte.html())
                        .param("typed", typed)
                        .query(Boolean.class)
                        .single())
                .isEqualTo(found);
    }

    @Test
    void isMadeForAColumnOfARoom() {
        jdbc.sql("""
                        create temporary table mot (ecole_id uuid, texte text,
                            mots tsvector generated always as (redaction.mots(texte)) stored)
                        """).update();
        jdbc.sql("insert into mot (texte) values (:texte)")
                .param("texte", TexteRiche.of("La classe verte").html())
                .update();
        assertThat(jdbc.sql("select count(*) from mot where mots @@ redaction.demande('classes vert')")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        jdbc.sql("drop table mot").update();
    }

    private Brouillons.Suite keep(Utilisateur who, int version, String typed) {
        return brouillons.keep(who, LIEU, version, "", Map.of("texte", typed));
    }
}
