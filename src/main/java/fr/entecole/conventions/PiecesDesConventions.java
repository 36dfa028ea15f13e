package fr.entecole.conventions;

import fr.entecole.documents.LectureDePieces;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Signed documents and acts are read by the region and by the people of the commune, and never taken away again.
@Component
class PiecesDesConventions implements LectureDePieces {

    private final JdbcClient jdbc;

    PiecesDesConventions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String salle() {
        return Conventions.SALLE;
    }

    @Override
    public boolean reads(Utilisateur utilisateur, UUID chose) {
        return communesOf(chose).filter(ConventionAccess.of(utilisateur)::reads).isPresent();
    }

    /// INSEE codes of those whose people act for what a fact or an act belongs to.
    private Optional<Set<String>> communesOf(UUID chose) {
        return jdbc.sql("""
                        select array_remove(array[c.commune_insee, x.nouvelle_insee], null) as communes
                          from (select commune_insee from conventions.fait where id = :id
                                union all select commune_insee from conventions.acte where id = :id) c
                          left join conventions.succession_dite x on x.commune_insee = c.commune_insee
                        """)
                .param("id", chose)
                .query((rs, _) -> Set.copyOf(Colonnes.strings(rs, "communes")))
                .optional();
    }

    @Override
    public boolean ofItsAuthor() {
        return false;
    }

    @Override
    public boolean removable(UUID chose) {
        return false;
    }
}
