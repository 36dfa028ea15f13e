package fr.entecole.annuaire.saisies;

import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Profil;
import java.time.LocalDate;
import java.util.List;
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

    /// The agent of this profile and exact name, capitals apart, who may act that day; the first entered where there
    /// are several.
    public Optional<UUID> find(Profil profil, String prenom, String nom, LocalDate jour) {
        return jdbc.sql("""
                        select id from annuaire.agent
                         where profil = :profil and lower(prenom) = lower(:prenom) and lower(nom) = lower(:nom)
                           and retire_le is null and (fin is null or fin >= :jour)
                         order by id limit 1
                        """)
                .param("profil", profil.name())
                .param("prenom", prenom)
                .param("nom", nom)
                .param("jour", jour)
                .query((rs, _) -> rs.getObject("id", UUID.class))
                .optional();
    }

    /// The people of a commune who may act for it that day, by name.
    public List<DeCommune> ofCommune(String insee, LocalDate jour) {
        return jdbc.sql("""
                        select id, profil, prenom, nom, coalesce(courriel, '') as courriel from annuaire.agent
                         where commune_insee = :insee and (fin is null or fin >= :jour)
                         order by nom, prenom, id
                        """)
                .param("insee", insee)
                .param("jour", jour)
                .query((rs, _) -> new DeCommune(
                        Colonnes.uuid(rs, "id"),
                        Profil.valueOf(rs.getString("profil")),
                        Noms.complet(rs.getString("prenom"), rs.getString("nom")),
                        rs.getString("courriel")))
                .list();
    }

    /// @param courriel empty where none is known
    @NamedInterface("saisies")
    public record DeCommune(UUID id, Profil profil, String nom, String courriel) {}
}
