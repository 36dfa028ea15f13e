package fr.entecole.comptes.langues;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.comptes.Comptes.Compte;
import fr.entecole.comptes.Fraicheur;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Preferences;
import fr.entecole.socle.langue.Langue;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps with an account how its holder reads, and says in which language a person of the directory does.
@Component
public class LectureDuCompte {

    private final JdbcClient jdbc;
    private final Cache<UUID, List<Compte>> derriere;
    private final Fraicheur fraicheur;
    private final ObjectProvider<LanguesDites> dites;
    private final Clock clock;

    LectureDuCompte(
            JdbcClient jdbc,
            Cache<UUID, List<Compte>> derriere,
            Fraicheur fraicheur,
            ObjectProvider<LanguesDites> dites,
            Clock clock) {
        this.jdbc = jdbc;
        this.derriere = derriere;
        this.fraicheur = fraicheur;
        this.dites = dites;
        this.clock = clock;
    }

    @Transactional
    public void choose(UUID compte, Langue langue) {
        jdbc.sql("update comptes.compte set langue = :langue, regle_le = :now where id = :id")
                .param("langue", langue.code())
                .param("now", OffsetDateTime.now(clock))
                .param("id", compte)
                .update();
        forget(compte);
    }

    @Transactional
    public void choose(UUID compte, Preferences confort) {
        jdbc.sql("update comptes.compte set confort = :confort, regle_le = :now where id = :id")
                .param("confort", confort.cookie())
                .param("now", OffsetDateTime.now(clock))
                .param("id", compte)
                .update();
        forget(compte);
    }

    /// Whoever comes in by a door in another language goes on in it, unless they have chosen one before.
    @Transactional
    public void adopt(UUID compte) {
        if (Langue.courante() == Langue.FRANCAIS) {
            return;
        }
        int adopted = jdbc.sql("""
                        update comptes.compte set langue = :langue, regle_le = :now where id = :id and langue is null
                        """)
                .param("langue", Langue.courante().code())
                .param("now", OffsetDateTime.now(clock))
                .param("id", compte)
                .update();
        if (adopted > 0) {
            forget(compte);
        }
    }

    /// The languages in which people read, of those who read in another than French: what their account has chosen,
    /// else what they have said elsewhere. Two statements, whatever the number.
    ///
    /// @param personnes of the directory
    public Map<UUID, Langue> of(Collection<UUID> personnes) {
        Map<UUID, Langue> langues = new HashMap<>();
        if (personnes.isEmpty()) {
            return langues;
        }
        dites.stream()
                .forEach(said -> said.of(personnes)
                        .forEach((id, code) -> Langue.of(code).ifPresent(langue -> langues.put(id, langue))));
        jdbc.sql("""
                        select c.personne_id, coalesce(r.langue, c.langue) as langue from comptes.compte c
                          left join comptes.compte r on r.id = c.rejoint_id
                         where c.personne_id = any(:personnes) and coalesce(r.langue, c.langue) is not null
                        """).param("personnes", personnes.toArray(UUID[]::new)).query(rs -> {
            var id = Colonnes.uuid(rs, "personne_id");
            Langue.of(rs.getString("langue")).ifPresent(langue -> langues.put(id, langue));
        });
        langues.values().removeIf(langue -> langue == Langue.FRANCAIS);
        return langues;
    }

    /// At once on this node, which answers the next page; others hear of it.
    private void forget(UUID compte) {
        fraicheur.changed(derriere);
        derriere.invalidate(compte);
    }
}
