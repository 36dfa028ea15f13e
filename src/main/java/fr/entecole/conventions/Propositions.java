package fr.entecole.conventions;

import fr.entecole.annuaire.ecoles.EcolesDesCommunes;
import fr.entecole.socle.Colonnes;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where several communes of one RPI pay, each has its own convention: what one declares is proposed to the others,
/// with the name and the legal form of the RPI.
@Component
public class Propositions {

    private final JdbcClient jdbc;
    private final EcolesDesCommunes communes;
    private final Clock clock;

    Propositions(JdbcClient jdbc, EcolesDesCommunes communes, Clock clock) {
        this.jdbc = jdbc;
        this.communes = communes;
        this.clock = clock;
    }

    /// @param payeurs INSEE codes of the others
    public void propose(String insee, int annee, Declaration dite, Collection<String> payeurs) {
        for (var payeur : payeurs) {
            jdbc.sql("""
                            insert into conventions.proposition (commune_insee, annee, de_insee, denomination, forme, faite_le)
                            select :payeur, :annee, :insee, :denomination, :forme, :now where :payeur <> :insee
                            on conflict do nothing
                            """)
                    .param("payeur", payeur)
                    .param("annee", annee)
                    .param("insee", insee)
                    .param("denomination", dite.denomination())
                    .param("forme", dite.forme())
                    .param("now", OffsetDateTime.now(clock))
                    .update();
        }
    }

    /// What was proposed to a commune for the years from this one on, the latest first.
    public List<Proposition> to(String insee, int annee) {
        var found = jdbc.sql("""
                        select id, annee, de_insee, denomination, forme from conventions.proposition
                         where commune_insee = :insee and annee >= :annee order by id desc
                        """)
                .param("insee", insee)
                .param("annee", annee)
                .query((rs, _) -> new Proposition(
                        Colonnes.uuid(rs, "id"),
                        rs.getInt("annee"),
                        Objects.requireNonNull(rs.getString("de_insee")),
                        Objects.requireNonNull(rs.getString("denomination")),
                        Objects.requireNonNull(rs.getString("forme"))))
                .list();
        var names =
                communes.named(found.stream().map(Proposition::de).distinct().toList());
        return found.stream()
                .map(p -> names.stream()
                        .filter(c -> c.insee().equals(p.de))
                        .findFirst()
                        .map(c -> new Proposition(p.id, p.annee, c.nom(), p.denomination, p.forme))
                        .orElse(p))
                .toList();
    }

    /// @param de the commune that has declared
    public record Proposition(UUID id, int annee, String de, String denomination, String forme) {}
}
