package fr.entecole.comptes.feuilles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Familles;
import fr.entecole.comptes.delegations.Delegations;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The classes or the schools that someone hands codes in.
@Component
class LectureDesLieux {

    private final JdbcClient jdbc;
    private final Familles familles;
    private final Delegations delegations;
    private final Appellations appellations;

    LectureDesLieux(JdbcClient jdbc, Familles familles, Delegations delegations, Appellations appellations) {
        this.delegations = delegations;
        this.appellations = appellations;
        this.jdbc = jdbc;
        this.familles = familles;
    }

    /// A teacher has few classes: one statement each, for their names; then the desks where they stand.
    List<Lieu> taughtBy(UUID personnel, Collection<UUID> ecoles) {
        var guichets = delegations.guichets(personnel).stream()
                .filter(ecoles::contains)
                .toList();
        var noms = appellations.ecoles(guichets);
        return Stream.concat(
                        classes(personnel),
                        guichets.stream()
                                .map(id ->
                                        new Lieu("/comptes/guichet/" + id, t("Au guichet"), noms.getOrDefault(id, ""))))
                .toList();
    }

    private Stream<Lieu> classes(UUID personnel) {
        return jdbc
                .sql("select distinct classe_id from annuaire.enseigne where personnel_id = :personnel")
                .param("personnel", personnel)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list()
                .stream()
                .flatMap(id -> familles.classe(id, personnel).stream())
                .map(c -> new Lieu("/comptes/classes/" + c.id(), c.libelle(), c.ecole()));
    }

    /// @param ecoles open schools of this person
    List<Lieu> directedBy(UUID personnel, Collection<UUID> ecoles) {
        return jdbc
                .sql("""
                        select ecole_id from annuaire.dirige
                         where personnel_id = :personnel and ecole_id = any(:ecoles)
                        """)
                .param("personnel", personnel)
                .param("ecoles", ecoles.toArray(UUID[]::new))
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list()
                .stream()
                .map(id -> familles.ofEcole(id, personnel).stream()
                        .findFirst()
                        .map(c -> new Lieu("/comptes/ecoles/" + id, c.ecole(), c.commune()))
                        .orElseGet(() -> new Lieu("/comptes/ecoles/" + id, "", "")))
                .toList();
    }

    record Lieu(String adresse, String nom, String detail) {}
}
