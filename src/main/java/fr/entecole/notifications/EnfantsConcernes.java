package fr.entecole.notifications;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.socle.Colonnes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which of their children a guardian is told about, by first names alone, in the bell and in no letter. It is asked
/// when it is read: of a child for whom they answer no more nothing is said. Nothing for whoever has one child, of whom
/// it goes without saying.
@Component
class EnfantsConcernes {

    private final JdbcClient jdbc;
    private final Clock clock;

    EnfantsConcernes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// The children of a guardian today, by first name. One statement.
    ///
    /// @param personnes all whom the directory knows them as
    List<Enfant> of(Collection<UUID> personnes) {
        Map<UUID, Enfant> found = new LinkedHashMap<>();
        jdbc.sql("""
                        select p.eleve_id, p.ecole_id, i.classe_id, t.prenom
                          from annuaire.autorite(:jour) a
                          join annuaire.present p on p.eleve_id = a.eleve_id
                          join annuaire.titulaire t on t.id = a.eleve_id and t.nature = 'ELEVE'
                          left join annuaire.inscrit i on i.eleve_id = a.eleve_id
                         where a.responsable_id = any(:personnes)
                         order by t.prenom, p.eleve_id
                        """)
                .param("jour", LocalDate.now(clock))
                .param("personnes", personnes.toArray(UUID[]::new))
                .query(rs -> {
                    var prenom = Appellations.personne(Objects.requireNonNull(rs.getString("prenom")), "")
                            .strip();
                    var targets = found.computeIfAbsent(
                                    Colonnes.uuid(rs, "eleve_id"), _ -> new Enfant(prenom, new HashSet<>()))
                            .cibles;
                    targets.add(Colonnes.uuid(rs, "eleve_id").toString());
                    targets.add(Colonnes.uuid(rs, "ecole_id").toString());
                    var classe = rs.getObject("classe_id", UUID.class);
                    if (classe != null) {
                        targets.add(classe.toString());
                    }
                });
        return found.size() < 2 ? List.of() : List.copyOf(found.values());
    }

    /// First names of those whom a deposit means: by themselves, their class or their school.
    ///
    /// @param pour of [Depot#pour]
    static List<String> named(List<Enfant> enfants, String pour) {
        if (enfants.isEmpty()) {
            return List.of();
        }
        var publics = Arrays.stream(pour.split(" "))
                .flatMap(code -> Public.parse(code).stream())
                .filter(one ->
                        one.etendue().inOneSchool() && (one.qui() == Qui.RESPONSABLES || one.qui() == Qui.ELEVES))
                .toList();
        return enfants.stream()
                .filter(enfant ->
                        publics.stream().anyMatch(one -> one.cibles().stream().anyMatch(enfant.cibles::contains)))
                .map(Enfant::prenom)
                .toList();
    }

    /// @param cibles ids of the child, their school and their classes
    record Enfant(String prenom, Set<String> cibles) {}
}
