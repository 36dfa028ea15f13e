package fr.entecole.rgpd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.entecole.annuaire.PersonnesOubliees;
import fr.entecole.socle.DonneesPersonnelles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OubliTests {

    private final List<String> erased = new ArrayList<>();

    @Test
    void asksEveryModuleToForgetEachOfThem() {
        var nora = UUID.randomUUID();
        var adam = UUID.randomUUID();
        new Oubli(List.of(module("liaison"), module("agenda"))).on(new PersonnesOubliees(List.of(nora, adam)));
        assertThat(erased)
                .containsExactlyInAnyOrder("liaison " + nora, "liaison " + adam, "agenda " + nora, "agenda " + adam);
    }

    @Test
    void forgetsNobodyByHalf() {
        var nora = new PersonnesOubliees(List.of(UUID.randomUUID()));
        assertThatThrownBy(() -> new Oubli(List.of(module("panne"))).on(nora)).hasMessage("essai");
    }

    private DonneesPersonnelles module(String schema) {
        return new DonneesPersonnelles() {
            @Override
            public String schema() {
                return schema;
            }

            @Override
            public List<Traitement> describe() {
                return List.of();
            }

            @Override
            public Map<String, Object> export(UUID personneId) {
                return Map.of();
            }

            @Override
            public void erase(UUID personneId) {
                if (schema.equals("panne")) {
                    throw new IllegalStateException("essai");
                }
                erased.add(schema + " " + personneId);
            }

            @Override
            public void purge() {}
        };
    }
}
