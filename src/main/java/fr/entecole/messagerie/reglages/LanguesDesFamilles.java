package fr.entecole.messagerie.reglages;

import fr.entecole.comptes.langues.LanguesDites;
import fr.entecole.socle.Colonnes;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// « Je lis plus facilement en… », told to those who write to a family on paper.
@Component
class LanguesDesFamilles implements LanguesDites {

    private final JdbcClient jdbc;

    LanguesDesFamilles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, String> of(Collection<UUID> personnes) {
        Map<UUID, String> said = new HashMap<>();
        jdbc.sql(
                        "select personne_id, langue from messagerie.choix where personne_id = any(:personnes) and langue <> ''")
                .param("personnes", personnes.toArray(UUID[]::new))
                .query(rs -> {
                    said.put(Colonnes.uuid(rs, "personne_id"), rs.getString("langue"));
                });
        return said;
    }
}
