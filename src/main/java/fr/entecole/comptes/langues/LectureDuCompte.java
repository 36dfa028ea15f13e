package fr.entecole.comptes.langues;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.comptes.Comptes.Compte;
import fr.entecole.comptes.Fraicheur;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
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

    private static final String CHOSEN = """
            select c.personne_id, coalesce(r.langue, c.langue) as langue from comptes.compte c
              left join comptes.compte r on r.id = c.rejoint_id
             where c.personne_id = any(:personnes) and coalesce(r.langue, c.langue) is not null
            """;

    private final JdbcClient jdbc;
    private final Lectures lectures;
    private final Cache<UUID, List<Compte>> derriere;
    private final Fraicheur fraicheur;
    private final ObjectProvider<LanguesDites> dites;
    private final Clock clock;

    LectureDuCompte(
            JdbcClient jdbc,
            Lectures lectures,
            Cache<UUID, List<Compte>> derriere,
            Fraicheur fraicheur,
            ObjectProvider<LanguesDites> dites,
            Clock clock) {
        this.jdbc = jdbc;
        this.lectures = lectures;
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
    /// else what they have said elsewhere. In one round trip, whatever the number.
    ///
    /// @param personnes of the directory
    public Map<UUID, Langue> of(Collection<UUID> personnes) {
        if (personnes.isEmpty()) {
            return Map.of();
        }
        var codes = Lecture.whole(CHOSEN, Map.of("personnes", personnes.toArray(UUID[]::new)), LanguesDites::codes);
        for (var said : dites) {
            codes = codes.with(said.of(personnes), LectureDuCompte::orElse);
        }
        Map<UUID, Langue> langues = new HashMap<>();
        lectures.read(codes)
                .forEach((id, code) -> Langue.of(code)
                        .filter(langue -> langue != Langue.FRANCAIS)
                        .ifPresent(langue -> langues.put(id, langue)));
        return langues;
    }

    private static Map<UUID, String> orElse(Map<UUID, String> chosen, Map<UUID, String> said) {
        Map<UUID, String> all = new HashMap<>(said);
        all.putAll(chosen);
        return all;
    }

    /// At once on this node, which answers the next page; others hear of it.
    private void forget(UUID compte) {
        fraicheur.changed(derriere);
        derriere.invalidate(compte);
    }
}
