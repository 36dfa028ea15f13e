package fr.entecole.rgpd.droits;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What somebody wants to become of their data after their death: the last one said holds, and is taken back freely.
@Component
class Directives {

    private final JdbcClient jdbc;
    private final Clock clock;

    Directives(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Directive> of(UUID personne) {
        return jdbc.sql("select sort, contact, depuis from rgpd.directive where personne_id = :id and finie_le is null")
                .param("id", personne)
                .query((rs, _) -> new Directive(
                        Sort.valueOf(rs.getString("sort")),
                        rs.getString("contact"),
                        rs.getObject("depuis", OffsetDateTime.class)))
                .optional();
    }

    @Transactional
    public void say(Utilisateur moi, Sort sort, String contact) {
        end(moi);
        jdbc.sql("""
                        insert into rgpd.directive (personne_id, sort, contact, depuis)
                        values (:id, :sort, :contact, :maintenant)
                        """)
                .param("id", moi.personneId())
                .param("sort", sort.name())
                .param("contact", contact)
                .param("maintenant", OffsetDateTime.now(clock))
                .update();
    }

    @Transactional
    public void end(Utilisateur moi) {
        jdbc.sql("update rgpd.directive set finie_le = :maintenant where personne_id = :id and finie_le is null")
                .param("id", moi.personneId())
                .param("maintenant", OffsetDateTime.now(clock))
                .update();
    }

    /// @param contact to whom they are handed, empty where they are erased
    record Directive(Sort sort, String contact, OffsetDateTime depuis) {}

    enum Sort {
        EFFACER,
        REMETTRE;

        String mot() {
            return this == EFFACER
                    ? t("Que mes données soient effacées sans attendre")
                    : t("Qu’une copie soit remise à une personne que je nomme, puis qu’elles soient effacées");
        }
    }
}
