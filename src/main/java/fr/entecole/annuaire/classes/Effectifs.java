package fr.entecole.annuaire.classes;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.annuaire.classes.Effectifs.Effectif;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Memoire;
import fr.entecole.socle.Memoire.Gardee;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// How many pupils the classes of a school have, of which levels, and how many guardians it seems to know twice:
/// counted in one pass, once as long as none of them moves (`annuaire.remaniement`).
@Component
class Effectifs {

    private static final String EFFECTIFS = """
            with inscrits as materialized (
                select c.structure_id as ecole_id, c.id as classe_id, e.id as eleve_id, e.niveau, e.niveau_code
                  from annuaire.classe c
                  join annuaire.eleve_classe ec on ec.classe_id = c.id and ec.fini_le is null
                  join annuaire.eleve e on e.id = ec.eleve_id and e.suspendu_le is null
                 where c.structure_id = any(:ecoles) and c.archivee_le is null)
            select k.ecole_id, t.classe_id, coalesce(t.eleves, 0) as eleves, t.premier, t.niveaux,
                   (select count(*) from annuaire.present p where p.ecole_id = k.ecole_id) as presents,
                   (select count(*) from annuaire.sans_classe n where n.ecole_id = k.ecole_id) as sans_classe,
                   (select count(*) from annuaire.doublon d where d.ecole_id = k.ecole_id) as doublons
              from unnest(:ecoles::uuid[]) k (ecole_id)
              left join (select n.ecole_id, n.classe_id, sum(n.eleves) as eleves, min(n.code) as premier,
                                array_agg(n.niveau order by n.code) filter (where n.niveau is not null) as niveaux
                           from (select ecole_id, classe_id, niveau, min(niveau_code) as code, count(*) as eleves
                                   from inscrits group by ecole_id, classe_id, niveau) n
                          group by n.ecole_id, n.classe_id) t on t.ecole_id = k.ecole_id
            """;

    private final Memoire<UUID, Effectif> memoire;

    Effectifs(Cache<UUID, Gardee<Effectif>> gardes) {
        this.memoire = new Memoire<>(gardes);
    }

    @Bean
    static Cache<UUID, Gardee<Effectif>> effectifsGardes() {
        return Memoire.cache();
    }

    /// @param etats of the schools that are asked about
    Lecture<Map<UUID, Effectif>> in(Map<UUID, String> etats) {
        return memoire.of(Lecture.known(etats), Effectifs::counted);
    }

    static Lecture<Map<UUID, Effectif>> counted(Collection<UUID> ecoles) {
        return Lecture.whole(EFFECTIFS, Map.of("ecoles", ecoles.toArray(UUID[]::new)), Effectifs::effectifs);
    }

    private static Map<UUID, Effectif> effectifs(ResultSet rs) throws SQLException {
        Map<UUID, Effectif> effectifs = new HashMap<>();
        while (rs.next()) {
            int presents = rs.getInt("presents");
            int without = rs.getInt("sans_classe");
            int twice = rs.getInt("doublons");
            var effectif = effectifs.computeIfAbsent(
                    Colonnes.uuid(rs, "ecole_id"), _ -> new Effectif(presents, without, twice, new HashMap<>()));
            if (rs.getObject("classe_id") != null) {
                effectif.classes.put(
                        Colonnes.uuid(rs, "classe_id"),
                        new Niveaux(
                                rs.getInt("eleves"),
                                rs.getString("premier"),
                                List.copyOf(Colonnes.strings(rs, "niveaux"))));
            }
        }
        return effectifs;
    }

    /// @param presents pupils of the school, in a class or not
    /// @param sansClasse those who are in none
    /// @param doublons guardians whom the directory seems to know twice
    /// @param classes those that have pupils
    record Effectif(int presents, int sansClasse, int doublons, Map<UUID, Niveaux> classes) {

        Niveaux of(UUID classe) {
            return classes.getOrDefault(classe, Niveaux.AUCUN);
        }
    }

    /// @param premier code of the youngest level, null where the feed gives none
    /// @param niveaux youngest first
    record Niveaux(int eleves, @Nullable String premier, List<String> niveaux) {

        static final Niveaux AUCUN = new Niveaux(0, null, List.of());

        /// Orders classes: the youngest first, those without any at the end.
        String rang() {
            return premier == null ? "~" : premier;
        }
    }
}
