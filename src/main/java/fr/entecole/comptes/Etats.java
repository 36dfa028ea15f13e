package fr.entecole.comptes;

import fr.entecole.socle.Lecture;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The state of what is counted about the people of a school: it moves with its pupils and their guardians, with who
/// comes for the first time, with answers to the charter and its versions, and with the day. What was counted in one
/// state is right as long as it is the same ([fr.entecole.socle.Memoire]).
@Component
public class Etats {

    private static final String ETATS = """
            select k.ecole_id, concat_ws('.', a.numero, '-', m.numero,
                                         (select id from comptes.charte order by id desc limit 1)) as etat
              from unnest(:ecoles::uuid[]) k (ecole_id)
              left join annuaire.etat a on a.ecole_id = k.ecole_id
              left join comptes.mouvement m on m.ecole_id = k.ecole_id
            """;

    private final Clock clock;

    Etats(Clock clock) {
        this.clock = clock;
    }

    public Lecture<Map<UUID, String>> of(Collection<UUID> ecoles) {
        if (ecoles.isEmpty()) {
            return Lecture.known(Map.of());
        }
        var jour = LocalDate.now(clock) + ".";
        return Lecture.whole(ETATS, Map.of("ecoles", ecoles.toArray(UUID[]::new)), rs -> {
            Map<UUID, String> etats = new LinkedHashMap<>();
            while (rs.next()) {
                etats.put(Objects.requireNonNull(rs.getObject("ecole_id", UUID.class)), jour + rs.getString("etat"));
            }
            return etats;
        });
    }
}
