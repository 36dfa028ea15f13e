package fr.entecole.annuaire.recherche;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.annuaire.recherche.Recherche.Lieu;
import fr.entecole.socle.Colonnes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who works in the schools that an agent of the assistance follows: who is on the telephone, from which school, and
/// whether they direct it. Neither a pupil nor a guardian: their school helps them.
@Component
class RechercheDesEquipes {

    // The name chooses first, through the index; then those of the schools that are followed.
    private static final String SQL = """
            with nommes as materialized (
                select id, civilite, prenom, nom from annuaire.personnel
                 where suspendu_le is null and mots @@ (select annuaire.demande(:saisie)))
            select p.id, p.prenom, p.nom, bool_or(x.directeur) as directeur,
                   jsonb_agg(distinct jsonb_build_object('id', s.id, 'ecole', coalesce(s.nom_usage, s.nom_courant),
                                                         'commune', co.nom)) as lieux,
                   array_remove(array_agg(distinct s.telephone), null) as telephones
              from nommes p
              join annuaire.exerce x on x.personnel_id = p.id
              join annuaire.structure s on s.id = x.structure_id and s.genre = 'ECOLE'
              left join annuaire.commune co on co.insee = s.commune_insee
             where s.id = any(array(select v.ecole_id from annuaire.suivie(:jour) v where v.agent_id = :agent))
             group by p.id, p.prenom, p.nom
             order by p.nom collate "fr-x-icu", p.prenom collate "fr-x-icu", p.id limit :limite
            """;

    private final JdbcClient jdbc;

    RechercheDesEquipes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Trouve> find(String saisie, UUID agent, LocalDate jour) {
        return jdbc.sql(SQL)
                .param("saisie", saisie)
                .param("agent", agent)
                .param("jour", jour)
                .param("limite", Recherche.SHOWN + 1)
                .query(RechercheDesEquipes::trouve)
                .list();
    }

    /// Leads to the page of the school, or of the first of them.
    private static Trouve trouve(ResultSet rs, int row) throws SQLException {
        var lieux = Colonnes.list(rs, "lieux", Lieu[].class);
        return new Trouve(
                Colonnes.uuid(rs, "id"),
                Nature.PERSONNEL,
                Noms.complet(rs.getString("prenom"), rs.getString("nom")),
                (rs.getBoolean("directeur") ? t("direction") + ", " : "")
                        + lieux.stream().map(Lieu::words).collect(Collectors.joining(", ")),
                null,
                "/usages/ecoles/" + lieux.getFirst().id(),
                Colonnes.strings(rs, "telephones"),
                null,
                false);
    }
}
