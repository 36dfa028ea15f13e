package fr.entecole.presences;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.presences.Feuille.Geste;
import fr.entecole.presences.Feuille.Ligne;
import fr.entecole.presences.Feuille.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FeuilleTests {

    private static final UUID ZOE = new UUID(0, 1);
    private static final UUID NINO = new UUID(0, 2);

    private static Feuille with(Feuille feuille, Map<UUID, Dit> changes) {
        var versions = new ArrayList<>(feuille.versions());
        int numero = feuille.numero() + 1;
        versions.add(
                new Version(numero, Geste.CORRECTION, "", "Claire Estève", UUID.randomUUID(), Instant.EPOCH, null));
        var lignes = new ArrayList<>(feuille.lignes());
        changes.forEach((eleve, dit) -> lignes.add(new Ligne(UUID.randomUUID(), eleve, numero, dit)));
        return new Feuille(versions, lignes);
    }

    @Test
    void saysNothingOnceItsFirstVersionIsTakenBack() {
        var called = with(Feuille.VIERGE, Map.of(ZOE, Dit.ABSENT, NINO, Dit.PRESENT));
        var undone = with(called, called.undone());
        assertThat(undone.faite()).isFalse();
        assertThat(undone.at(1)).containsEntry(ZOE, Dit.ABSENT);
    }

    @Test
    void findsNoConflictWhereOneLeftAloneWhatTheOtherChanged() {
        var first = with(Feuille.VIERGE, Map.of(ZOE, Dit.PRESENT, NINO, Dit.PRESENT));
        var second = with(first, Map.of(ZOE, Dit.ABSENT));
        var mine = Map.of(ZOE, Dit.PRESENT, NINO, Dit.ABSENT);
        assertThat(second.against(1, mine)).isEmpty();
        assertThat(second.merged(1, mine)).containsEntry(ZOE, Dit.ABSENT).containsEntry(NINO, Dit.ABSENT);
    }

    @Test
    void findsAConflictWhereBothSaidSomethingElse() {
        var theirs = with(Feuille.VIERGE, Map.of(ZOE, Dit.ABSENT));
        assertThat(theirs.against(0, Map.of(ZOE, Dit.PRESENT))).containsExactly(Map.entry(ZOE, Dit.ABSENT));
        assertThat(theirs.merged(0, Map.of(ZOE, Dit.PRESENT))).containsEntry(ZOE, Dit.ABSENT);
    }

    /// Whatever is called, corrected and taken back, the last thing said holds, and each version stays as it was.
    @Property(tries = 300)
    void losesNothingThatWasAcknowledged(@ForAll("gestes") List<Map<UUID, Dit>> gestes) {
        var feuille = Feuille.VIERGE;
        var naive = new HashMap<UUID, Dit>();
        var history = new ArrayList<Map<UUID, Dit>>();
        history.add(Map.of());
        for (var geste : gestes) {
            if (geste.isEmpty() && feuille.numero() > 0) {
                feuille = with(feuille, feuille.undone());
                naive = new HashMap<>(history.get(history.size() - 2));
            } else {
                naive.putAll(geste);
                feuille = with(feuille, feuille.changes(geste));
            }
            history.add(Map.copyOf(naive));
            assertThat(feuille.dits()).isEqualTo(naive);
        }
        for (int numero = 1; numero < history.size(); numero++) {
            assertThat(feuille.at(numero)).isEqualTo(history.get(numero));
        }
    }

    @Property(tries = 300)
    void countsPercentagesAsANaiveCountDoes(@ForAll("mois") List<List<Etat>> classes) {
        long possible = 0;
        long missed = 0;
        var added = Taux.RIEN;
        for (var eleve : classes) {
            var taux = eleve.stream().map(Taux::of).reduce(Taux.RIEN, Taux::plus);
            added = added.plus(taux);
            for (var etat : eleve) {
                possible += etat == Etat.PRESENT || etat == Etat.ABSENT || etat == Etat.RETARD ? 1 : 0;
                missed += etat == Etat.ABSENT ? 1 : 0;
            }
        }
        assertThat(added).isEqualTo(new Taux(possible, missed));
        if (possible > 0) {
            assertThat(added.presence()).isEqualTo((possible - missed) * 100.0 / possible);
        }
    }

    @Provide
    Arbitrary<List<Map<UUID, Dit>>> gestes() {
        Arbitrary<UUID> eleves = Arbitraries.longs().between(1, 6).map(n -> new UUID(0, n));
        Arbitrary<Dit> dits = Arbitraries.of(Dit.PRESENT, Dit.ABSENT, Dit.NON_ATTENDU);
        return Arbitraries.maps(eleves, dits).ofMaxSize(6).list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<List<Etat>>> mois() {
        return Arbitraries.of(Etat.class).list().ofMaxSize(20).list().ofMaxSize(8);
    }
}
