package fr.entecole.annuaire.eleves;

import fr.entecole.annuaire.noms.Enseignant;
import fr.entecole.annuaire.noms.Enseignants;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.annuaire.noms.Telephone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// Whom to ask at school, for the help page: one statement.
@Component
@NamedInterface("eleves")
public class Interlocuteurs {

    private final JdbcClient jdbc;
    private final LectureDesEnfants lecture;

    Interlocuteurs(JdbcClient jdbc, LectureDesEnfants lecture) {
        this.jdbc = jdbc;
        this.lecture = lecture;
    }

    /// For a guardian: the school of each child, with the child's teachers.
    public List<Interlocuteur> ofResponsables(Set<UUID> responsables) {
        Map<String, Interlocuteur> ecoles = new LinkedHashMap<>();
        for (var enfant : lecture.childrenOf(responsables)) {
            var one = interlocuteur(enfant.ecole(), enfant.telephone(), enfant.avec());
            ecoles.merge(one.ecole(), one, Interlocuteur::and);
        }
        return List.copyOf(ecoles.values());
    }

    /// For those who work in schools: who directs each.
    public List<Interlocuteur> ofEcoles(Set<UUID> ecoles) {
        return jdbc.sql("""
                        select coalesce(s.nom_usage, s.nom_courant) as nom_courant, c.nom as commune, s.telephone,
                               (select jsonb_agg(jsonb_build_object('civilite', p.civilite, 'prenom', p.prenom, 'nom', p.nom)
                                                 order by p.nom)
                                  from annuaire.equipe q join annuaire.personnel p on p.id = q.personne_id
                                 where q.ecole_id = s.id and q.directeur) as direction
                          from annuaire.structure s left join annuaire.commune c on c.insee = s.commune_insee
                         where s.id = any(:ecoles)
                         order by nom_courant
                        """)
                .param("ecoles", ecoles.toArray(UUID[]::new))
                .query((rs, _) -> interlocuteur(
                        Noms.ecole(rs.getString("nom_courant"), rs.getString("commune")),
                        rs.getString("telephone"),
                        direction(rs)))
                .list();
    }

    private static String direction(ResultSet rs) throws SQLException {
        return Enseignants.read(rs, "direction").stream().map(Enseignant::civil).collect(Collectors.joining(", "));
    }

    private static Interlocuteur interlocuteur(String ecole, @Nullable String telephone, String qui) {
        return telephone == null || telephone.isBlank()
                ? new Interlocuteur(ecole, "", "", qui)
                : new Interlocuteur(ecole, Telephone.appel(telephone), Telephone.affiche(telephone), qui);
    }

    /// @param appel the telephone as one dials it, empty when none is known
    /// @param telephone the same as one reads it
    /// @param qui teachers or heads, as people name them; empty when nobody is attached
    @NamedInterface("eleves")
    public record Interlocuteur(String ecole, String appel, String telephone, String qui) {

        private Interlocuteur and(Interlocuteur other) {
            return qui.contains(other.qui)
                    ? this
                    : new Interlocuteur(ecole, appel, telephone, qui.isEmpty() ? other.qui : qui + ", " + other.qui);
        }
    }
}
