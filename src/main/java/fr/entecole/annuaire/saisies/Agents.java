package fr.entecole.annuaire.saisies;

import fr.entecole.socle.Profil;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// Finds the agents of communes and of the académie that people entered.
@Component
@NamedInterface("saisies")
public class Agents {

    private final JdbcClient jdbc;

    Agents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The agent of this profile and exact name, capitals apart; the first entered where there are several.
    public Optional<UUID> find(Profil profil, String prenom, String nom) {
        return jdbc.sql("""
                        select id from annuaire.agent
                         where profil = :profil and lower(prenom) = lower(:prenom) and lower(nom) = lower(:nom)
                         order by id limit 1
                        """)
                .param("profil", profil.name())
                .param("prenom", prenom)
                .param("nom", nom)
                .query((rs, _) -> rs.getObject("id", UUID.class))
                .optional();
    }
}
