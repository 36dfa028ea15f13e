package fr.entecole.presences.registre;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.calendrier.Grilles;
import fr.entecole.presences.Etat;
import fr.entecole.presences.Taux;
import fr.entecole.presences.registre.FeuilleDuMois.Ligne;
import fr.entecole.presences.registre.LectureDuRegistre.Dite;
import fr.entecole.presences.registre.RegistreImprime.Mois;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FeuilleDuMoisTests {

    private static final LocalDate MOIS = LocalDate.of(2026, 11, 1);

    private static DemiJournee demi(int jour, Moment moment) {
        return new DemiJournee(MOIS.withDayOfMonth(jour), moment);
    }

    private static Ligne ligne(DemiJournee depuis, Map<DemiJournee, Etat> etats) {
        return new Ligne(UUID.randomUUID(), "Delmas, Zoé", etats, depuis, 0);
    }

    @Test
    void countsNothingBeforeAChildWhoJoinsOnATuesday() {
        var joined = demi(3, Moment.MATIN);
        var sheet = ligne(
                joined,
                Map.of(
                        demi(2, Moment.MATIN),
                        Etat.ABSENT,
                        demi(2, Moment.APRES_MIDI),
                        Etat.ABSENT,
                        joined,
                        Etat.PRESENT,
                        demi(3, Moment.APRES_MIDI),
                        Etat.ABSENT));
        assertThat(sheet.taux()).isEqualTo(new Taux(2, 1));
        assertThat(sheet.signe(MOIS.withDayOfMonth(2), Moment.MATIN)).isEqualTo("(A)");
        assertThat(sheet.signe(MOIS.withDayOfMonth(3), Moment.APRES_MIDI)).isEqualTo("A");
        var month = new FeuilleDuMois(MOIS, List.of(), List.of(), List.of(sheet));
        assertThat(month.hasBefore()).isTrue();
        assertThat(month.absents(demi(2, Moment.MATIN))).isZero();
        assertThat(month.absents(demi(3, Moment.APRES_MIDI))).isEqualTo(1);
        assertThat(month.csv()).doesNotContain("(A)");
    }

    /// An absence that counts for nothing has no reason to give.
    @Test
    void awaitsNoReasonForAnAbsenceBeforeTheFirstDay() {
        var zoe = UUID.randomUUID();
        var joined = demi(3, Moment.MATIN);
        var month = LectureDuRegistre.sheet(
                MOIS,
                List.of(
                        new Dite(zoe, "Delmas, Zoé", demi(2, Moment.MATIN), Etat.ABSENT, true),
                        new Dite(zoe, "Delmas, Zoé", joined, Etat.PRESENT, false),
                        new Dite(zoe, "Delmas, Zoé", demi(3, Moment.APRES_MIDI), Etat.ABSENT, true),
                        new Dite(zoe, "Delmas, Zoé", demi(5, Moment.MATIN), Etat.ABSENT, false)),
                List.of(Map.entry(zoe, joined)),
                Grilles.of(Map.of(), Map.of()),
                MOIS);
        assertThat(month.lignes())
                .singleElement()
                .satisfies(ligne -> assertThat(ligne.nonJustifiees()).isEqualTo(1))
                .satisfies(ligne -> assertThat(ligne.taux()).isEqualTo(new Taux(3, 2)));
    }

    @Test
    void countsNothingAfterAChildWhoLeft() {
        var sheet = ligne(
                demi(2, Moment.MATIN),
                Map.of(
                        demi(2, Moment.MATIN), Etat.PRESENT,
                        demi(3, Moment.MATIN), Etat.RETIRE,
                        demi(5, Moment.MATIN), Etat.RETIRE));
        assertThat(sheet.taux()).isEqualTo(new Taux(1, 0));
    }

    @Test
    void countsNoHalfDayInWhichAChildIsNotExpected() {
        var sheet = ligne(
                demi(2, Moment.MATIN),
                Map.of(demi(2, Moment.MATIN), Etat.RETARD, demi(2, Moment.APRES_MIDI), Etat.NON_ATTENDU));
        assertThat(sheet.taux()).isEqualTo(new Taux(1, 0));
    }

    @Test
    void saysOnPaperWhoSignedItWhenAndWhetherItHasChanged() {
        var feuille = new FeuilleDuMois(MOIS, List.of(), List.of(), List.of());
        assertThat(RegistreImprime.signed(signee("")).replace('\u00a0', ' '))
                .isEqualTo("Signé par Hélène Castans le 1er décembre 2026, 9 h.");
        assertThat(new Mois(feuille, List.of()).changed()).isFalse();
        assertThat(new Mois(feuille, List.of(signee("autre"), signee(feuille.csv()))).changed())
                .isFalse();
        assertThat(new Mois(feuille, List.of(signee("autre"))).changed()).isTrue();
    }

    private static Signatures.Signee signee(String contenu) {
        return new Signatures.Signee(
                1,
                UUID.randomUUID(),
                MOIS,
                contenu,
                "",
                "5ce1",
                "Hélène Castans",
                Instant.parse("2026-12-01T08:00:00Z"));
    }

    @Test
    void writesNoFormulaIntoASpreadsheet() {
        var feuille = new FeuilleDuMois(
                MOIS,
                List.of(),
                List.of(),
                List.of(new Ligne(new UUID(0, 1), "=HYPERLINK(\"x\")", Map.of(), demi(2, Moment.MATIN), 0)));
        assertThat(feuille.csv()).contains("\"'=HYPERLINK(\"\"x\"\")\"");
    }

    /// Whatever the grid, Wednesdays or not, changed in mid-year or not, and whatever the roll said.
    @Property(tries = 200)
    void countsAsANaiveCountDoes(@ForAll("classes") List<Map<DemiJournee, Etat>> classes) {
        long possible = 0;
        long missed = 0;
        var lignes = new ArrayList<Ligne>();
        for (var etats : classes) {
            var depuis = etats.entrySet().stream()
                    .filter(e -> e.getValue().la())
                    .map(Map.Entry::getKey)
                    .min(DemiJournee::compareTo)
                    .orElse(new DemiJournee(MOIS.plusMonths(1), Moment.MATIN));
            boolean arrived = false;
            for (var jour = MOIS; jour.getMonth() == MOIS.getMonth(); jour = jour.plusDays(1)) {
                for (var moment : Moment.values()) {
                    var etat = etats.get(new DemiJournee(jour, moment));
                    arrived |= etat == Etat.PRESENT || etat == Etat.RETARD;
                    possible += arrived && etat != null && etat != Etat.NON_ATTENDU && etat != Etat.RETIRE ? 1 : 0;
                    missed += arrived && etat == Etat.ABSENT ? 1 : 0;
                }
            }
            lignes.add(ligne(depuis, etats));
        }
        assertThat(new FeuilleDuMois(MOIS, List.of(), List.of(), lignes).taux()).isEqualTo(new Taux(possible, missed));
    }

    @Provide
    Arbitrary<List<Map<DemiJournee, Etat>>> classes() {
        Arbitrary<DemiJournee> demis = Combinators.combine(
                        Arbitraries.integers().between(1, 30), Arbitraries.of(Moment.class))
                .as(FeuilleDuMoisTests::demi);
        Arbitrary<Map<DemiJournee, Etat>> child =
                Arbitraries.maps(demis, Arbitraries.of(Etat.class)).ofMaxSize(25);
        return child.map(m -> (Map<DemiJournee, Etat>) new HashMap<>(m)).list().ofMaxSize(6);
    }
}
