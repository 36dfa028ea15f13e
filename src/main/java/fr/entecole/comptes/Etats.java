package fr.entecole.comptes;

import fr.entecole.socle.Lecture;
import fr.entecole.socle.memoire.Souvenirs;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The state of what is counted about the people of a school: it moves with its pupils and their guardians, with who
/// comes for the first time, with answers to the charter and its versions, with accesses asked of the head, and with
/// the day. What was counted in one state is right as long as it is the same; the node remembers it until it is told
/// ([fr.entecole.socle.Memoire]).
@Component
public class Etats {

    // School by school: joined, PostgreSQL reads the numbers of the whole region.
    private static final String ETATS = """
            select k.ecole_id, concat_ws('.', (select a.numero from annuaire.etat a where a.ecole_id = k.ecole_id), '-',
                                         (select m.numero from comptes.mouvement m where m.ecole_id = k.ecole_id),
                                         (select id from comptes.charte order by id desc limit 1)) as etat
              from unnest(:ecoles::uuid[]) k (ecole_id)
            """;

    private static final Set<String> MOTS = Set.of("remaniement", "mouvement");

    private final Souvenirs souvenirs;
    private final Clock clock;

    Etats(Souvenirs souvenirs, Clock clock) {
        this.souvenirs = souvenirs;
        this.clock = clock;
    }

    public Lecture<Map<UUID, String>> of(Collection<UUID> ecoles) {
        if (ecoles.isEmpty()) {
            return Lecture.known(Map.of());
        }
        var jour = LocalDate.now(clock) + ".";
        return souvenirs.ofSchools(ETATS, MOTS, ecoles).map(etats -> {
            // what was read may be shared
            Map<UUID, String> today = new LinkedHashMap<>(etats);
            today.replaceAll((_, etat) -> jour + etat);
            return today;
        });
    }
}
