package fr.entecole.annuaire.aaf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Éric d'Estève is kept out of Loïc (500001), whose mother is Anne. Whoever a feed newly links to Loïc waits for the
/// head, under any number, spelling or name; Maëlle, whose father he stays, does not change.
@EntTest
class RetenuesTests extends BancAaf {

    private static final String ADMITTED =
            "autorite(date '2126-01-01') a join annuaire.eleve e on e.id = a.eleve_id join annuaire.responsable r on r.id = a.responsable_id";

    @TempDir
    Path dossier;

    @BeforeEach
    void ericIsKeptOutOfLoic() {
        empty();
        assertThat(give(Exemple.complet()).raison()).isNull();
        keepOut("500001", "700002");
    }

    @ParameterizedTest(name = "{0} {1}, born {2}, also {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Éric | D'ESTÈVE | D'ESTÈVE | Éric | ADRESSE,NAISSANCE,NOMS,TELEPHONE",
                "Éric | PUJOL | D'ESTÈVE | Éric | ADRESSE,NAISSANCE,NOMS,TELEPHONE",
                "D'ESTÈVE | Éric | | | ADRESSE,NOMS,TELEPHONE",
                "Eric | DESTEVE | | | ADRESSE,NAISSANCE,NOMS,TELEPHONE",
                "Eric | D-ESTEVE--PUJOL | | | ADRESSE,NOMS,TELEPHONE",
                "Paul | D'ESTEVE | | Éric | ADRESSE,NAISSANCE,NOMS,TELEPHONE",
                "Éric-Paul | D'ESTÈVE | | | ADRESSE,NAISSANCE,NOMS,TELEPHONE",
                "Jules | MARTIN | D'ESTÈVE | | ADRESSE,NAISSANCE,TELEPHONE",
                "Jules | MARTIN | MARTIN | | ADRESSE,TELEPHONE"
            })
    void holdsWhoComesBackUnderAnotherNumberAndName(
            String prenom, String nom, String naissance, String autres, String signes) throws IOException {
        assertThat(give(full("20240921", lot -> renumbered(lot, prenom, nom, naissance, autres)), null, null, true)
                        .raison())
                .isNull();
        assertThat(admitted("500001", "700902")).isFalse();
        assertThat(admitted("500002", "700902")).as("the other child").isTrue();
        assertThat(admitted("500001", "700001")).as("the mother").isTrue();
        assertThat(waiting()).isOne();
        assertThat(text("""
                        select string_agg(s, ',' order by s) from annuaire.responsable a, annuaire.responsable b,
                               unnest(annuaire.signes(a, b)) s
                         where a.aaf_id = '700902' and b.aaf_id = '700002'
                        """)).isEqualTo(signes);
        assertThat(text("""
                        select string_agg(f.action || ' ' || s.aaf_id, ' ') from journal.fait f
                          join journal.fait_ecole fe on fe.fait_id = f.id
                          join annuaire.structure s on s.id = fe.ecole_id
                         where f.objet_id in (select restriction_id::text from annuaire.retenue(date '2126-01-01'))
                        """)).isEqualTo("responsable-retenu 1001");
        assertThat(give(full("20240922", lot -> renumbered(lot, prenom, nom, naissance, autres)))
                        .raison())
                .isNull();
        assertThat(waiting()).as("held once").isOne();
    }

    @Test
    void holdsANewGuardianWhoSharesNothing() throws IOException {
        give(delta("20240920", "500001", "700003$50"));
        assertThat(admitted("500001", "700003")).isFalse();
        assertThat(waiting()).isOne();
        assertThat(text("""
                        select cardinality(annuaire.signes(a, b))::text from annuaire.responsable a, annuaire.responsable b
                         where a.aaf_id = '700003' and b.aaf_id = '700002'
                        """)).isEqualTo("0");
    }

    @Test
    void holdsNobodyOfAChildWhomNothingProtectsAnyMore() throws IOException {
        give(delta("20240920", "500002", "700003$50"));
        assertThat(waiting()).isZero();
        assertThat(admitted("500002", "700003")).isTrue();
        jdbc.sql("update annuaire.restriction set jusque = date '2024-01-31'").update();
        give(delta("20240921", "500001", "700003$50"), null, null, true);
        assertThat(waiting()).isZero();
        assertThat(admitted("500001", "700003")).isTrue();
    }

    @Test
    void letsInWhomTheHeadHasDecidedAboutAndHoldsThemNoMore() throws IOException {
        give(delta("20240920", "500001", "700003$50"));
        jdbc.sql(
                        "update annuaire.restriction set decidee_le = now(), levee_le = now() where id in (select restriction_id from annuaire.retenue(date '2126-01-01'))")
                .update();
        assertThat(admitted("500001", "700003")).isTrue();
        give(delta("20240921", "500001", "700001$10"));
        assertThat(admitted("500001", "700003")).isFalse();
        give(delta("20240922", "500001", "700003$50"));
        assertThat(waiting()).isZero();
        assertThat(admitted("500001", "700003")).isTrue();
    }

    @Test
    void lettingTheOtherGuardianGoAndComeBackHoldsNobody() throws IOException {
        give(delta("20240920", "500001", "700002$20"));
        assertThat(admitted("500001", "700001")).isFalse();
        give(delta("20240921", "500001", "700001$10"));
        assertThat(waiting()).as("the head saw her when deciding").isZero();
        assertThat(admitted("500001", "700001")).isTrue();
    }

    @Test
    void holdsWhoWasAwayWhenTheHeadDecided() throws IOException {
        give(full("20240920", lot -> edited(lot, Exemple.REL, x -> Exemple.without(x, "700001"))), null, null, true);
        jdbc.sql("update annuaire.restriction set posee_le = now()").update();
        give(full("20240921", lot -> lot), null, null, true);
        assertThat(waiting()).isOne();
        assertThat(admitted("500001", "700001")).isFalse();
        assertThat(admitted("500002", "700001")).isTrue();
    }

    @Test
    void holdsWhoTakesTheNameOfWhoIsKeptOutUnderAKnownNumber() throws IOException {
        give(Exemple.delta(
                dossier,
                "20240920",
                Sorte.RESPONSABLE,
                Exemple.modify(
                        Sorte.RESPONSABLE, "700001", "ENTPersonPrenom", "Éric", "ENTPersonAutresPrenoms", "Éric")));
        assertThat(waiting()).isOne();
        assertThat(admitted("500001", "700001")).isFalse();
        assertThat(admitted("500002", "700001")).isTrue();
    }

    @Test
    void keepsTheProtectionOfAChildWhoComesUnderAnotherNumber() throws IOException {
        give(
                full("20240921", lot -> {
                    edited(lot, Exemple.REL, x -> x.replace("500001", "500901"));
                    return edited(lot, Exemple.ELEVE_0, x -> x.replace("500001", "500901"));
                }),
                null,
                null,
                true);
        assertThat(count("eleve where aaf_id = '500901' and suspendu_le is null"))
                .isOne();
        assertThat(admitted("500901", "700002")).isFalse();
        assertThat(admitted("500901", "700001"))
                .as("new there too: the head decides")
                .isFalse();
        assertThat(waiting()).isEqualTo(2);
    }

    @Test
    void holdsNobodyOfAnotherChildWhoBearsTheSameIneByMistake() throws IOException {
        give(full(
                "20240921",
                lot -> edited(
                        lot,
                        Exemple.ELEVE_0,
                        x -> x.replace("123456781AD", "123456789AB")
                                .replaceFirst("700003\\$20", "700003\\$20</value><value>700004\\$50"))));
        assertThat(admitted("500003", "700004")).isTrue();
        assertThat(waiting()).isZero();
    }

    @Test
    void holdsNoBodyThatAnswersForAChild() throws IOException {
        give(full("20240921", lot -> {
            edited(lot, Exemple.REL, x -> x.replace("<value>Direction</value>", "<value>Organisme</value>"));
            return edited(
                    lot, Exemple.ELEVE_0, x -> x.replaceFirst("700002\\$20", "700002\\$20</value><value>700004\\$51"));
        }));
        assertThat(admitted("500001", "700004")).isTrue();
        assertThat(waiting()).isZero();
    }

    private void keepOut(String eleve, String responsable) {
        jdbc.sql("""
                        insert into annuaire.restriction (eleve_id, responsable_id, depuis, preuve, auteur_personnel_id, posee_le)
                        select e.id, r.id, '2024-01-01', 'Jugement', uuidv7(), now()
                          from annuaire.eleve e, annuaire.responsable r where e.aaf_id = :eleve and r.aaf_id = :responsable
                        """).param("eleve", eleve).param("responsable", responsable).update();
    }

    private boolean admitted(String eleve, String responsable) {
        return count(ADMITTED + " where e.aaf_id = '" + eleve + "' and r.aaf_id = '" + responsable + "'") == 1;
    }

    private long waiting() {
        return count("retenue(date '2126-01-01')");
    }

    private Path delta(String jour, String eleve, String lien) throws IOException {
        return Exemple.delta(
                dossier, jour, Sorte.ELEVE, Exemple.modify(Sorte.ELEVE, eleve, "ENTEleveAutoriteParentale", lien));
    }

    private interface Change {
        Path apply(Path lot) throws IOException;
    }

    private Path full(String jour, Change change) throws IOException {
        return change.apply(Exemple.copy(Exemple.complet(), dossier.resolve("complet." + jour)));
    }

    private static Path edited(Path lot, String fichier, java.util.function.UnaryOperator<String> change)
            throws IOException {
        Exemple.edit(lot.resolve(fichier), change);
        return lot;
    }

    /// Éric is called so, under number 700902, and his former sheet is gone.
    private static Path renumbered(Path lot, String prenom, String nom, String naissance, String autres)
            throws IOException {
        edited(lot, Exemple.ELEVE_0, x -> x.replace("700002", "700902"));
        return edited(lot, Exemple.REL, x -> {
            int from = x.indexOf("<id>700002</id>");
            int to = x.indexOf("</addRequest>", from);
            var record = x.substring(from, to)
                    .replace("700002", "700902")
                    .replaceAll("(\"ENTPersonNomPatro\"><value>)[^<]*", "$1" + entity(naissance))
                    .replaceAll("(\"ENTPersonNom\"><value>)[^<]*", "$1" + entity(nom))
                    .replaceAll("(\"ENTPersonPrenom\"><value>)[^<]*", "$1" + entity(prenom))
                    .replaceAll("(\"ENTPersonAutresPrenoms\"><value>)[^<]*", "$1" + entity(autres));
            return x.substring(0, from) + record + x.substring(to);
        });
    }

    private static String entity(@org.jspecify.annotations.Nullable String words) {
        return words == null ? "" : words.replace("'", "&apos;");
    }
}
