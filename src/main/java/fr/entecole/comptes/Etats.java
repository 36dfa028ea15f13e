package fr.entecole.comptes;

import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.stereotype.Component;

/// The state of what is counted about the people of a school: it moves with its pupils and their guardians, with who
/// comes for the first time, with answers to the charter and its versions, with accesses asked of the head, and with
/// the day. What was counted in one
/// state is right as long as it is the same ([fr.entecole.socle.Memoire]).
@Component
public class Etats {

    // School by school: joined, PostgreSQL reads the numbers of the whole region.
    private static final String ETATS = """
            select k.ecole_id, concat_ws('.', (select a.numero from annuaire.etat a where a.ecole_id = k.ecole_id), '-',
                                         (select m.numero from comptes.mouvement m where m.ecole_id = k.ecole_id),
                                         (select id from comptes.charte order by id desc limit 1)) as etat
              from unnest(:ecoles::uuid[]) k (ecole_id)
            """;

    private static final ResultSetExtractor<Map<UUID, String>> BY_SCHOOL = rs -> {
        Map<UUID, String> etats = new LinkedHashMap<>();
        while (rs.next()) {
            etats.put(Colonnes.uuid(rs, "ecole_id"), rs.getString("etat"));
        }
        return Collections.unmodifiableMap(etats);
    };

    private final Clock clock;

    Etats(Clock clock) {
        this.clock = clock;
    }

    public Lecture<Map<UUID, String>> of(Collection<UUID> ecoles) {
        if (ecoles.isEmpty()) {
            return Lecture.known(Map.of());
        }
        var jour = LocalDate.now(clock) + ".";
        return Lecture.whole(ETATS, Map.of("ecoles", ecoles.stream().sorted().toArray(UUID[]::new)), BY_SCHOOL)
                .map(etats -> {
                    // what was read may be shared
                    Map<UUID, String> today = new LinkedHashMap<>(etats);
                    today.replaceAll((_, etat) -> jour + etat);
                    return today;
                });
    }
}
