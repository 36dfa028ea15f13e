package fr.entecole.comptes.codes;

import fr.entecole.comptes.facteur.Facteurs;
import fr.entecole.comptes.motsdepasse.MotDePasse;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What opens an account at the door, read at once: its password, a pupil's codes in force, and whether a second proof
/// is asked for besides.
@Component
public class Serrures {

    private final JdbcClient jdbc;
    private final Clock clock;

    Serrures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// An account that has joined another opens with what opens that one.
    public Optional<Serrure> of(String login) {
        return jdbc.sql("""
                        select coalesce(a.id, c.id) as id, coalesce(a.mot_de_passe, c.mot_de_passe) as mot_de_passe,
                               case when a.id is null then c.force else a.force end as force,
                               c.nature = 'ELEVE' as eleve, %s as garde,
                               array(select k.mot_de_passe from comptes.code k
                                      where k.compte_id = c.id and k.mot_de_passe is not null and k.expire_le > :now
                                        and k.utilise_le is null and k.annule_le is null order by k.id desc) as codes
                          from comptes.compte c left join comptes.compte a on a.id = c.rejoint_id
                         where c.login = :login
                        """.formatted(Facteurs.guarding("coalesce(a.id, c.id)")))
                .param("login", login)
                .param("now", OffsetDateTime.now(clock))
                .query((rs, _) -> new Serrure(
                        rs.getObject("id", UUID.class),
                        rs.getString("mot_de_passe"),
                        rs.getBoolean("eleve") || rs.getString("force") != null,
                        rs.getBoolean("eleve"),
                        rs.getBoolean("garde"),
                        List.of((String[]) rs.getArray("codes").getArray())))
                .optional();
    }

    /// A password chosen before its worth was kept: only now, as it is typed, can it be told.
    public void weigh(UUID compte, String motDePasse) {
        jdbc.sql("update comptes.compte set force = :force where id = :id")
                .param("force", MotDePasse.reached(motDePasse).name())
                .param("id", compte)
                .update();
    }

    /// @param pese what the password is worth is known, or nobody asks
    /// @param garde a second proof is asked for
    /// @param codes a pupil's codes in force, as they are kept
    public record Serrure(
            UUID compte, @Nullable String motDePasse, boolean pese, boolean eleve, boolean garde, List<String> codes) {

        public String typed(String saisie) {
            return eleve ? CodeEleve.canonical(saisie) : saisie;
        }
    }
}
