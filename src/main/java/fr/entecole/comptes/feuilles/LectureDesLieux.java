package fr.entecole.comptes.feuilles;

import fr.entecole.annuaire.Familles;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The classes or the schools that someone hands codes in.
@Component
class LectureDesLieux {

    private final JdbcClient jdbc;
    private final Familles familles;

    LectureDesLieux(JdbcClient jdbc, Familles familles) {
        this.jdbc = jdbc;
        this.familles = familles;
    }

    /// A teacher has few classes: one statement each, for their names.
    List<Lieu> taughtBy(UUID personnel) {
        return jdbc
                .sql("select distinct classe_id from annuaire.enseigne where personnel_id = :personnel")
                .param("personnel", personnel)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list()
                .stream()
                .flatMap(id -> familles.classe(id, personnel).stream())
                .map(c -> new Lieu("/comptes/classes/" + c.id(), c.libelle(), c.ecole()))
                .toList();
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
