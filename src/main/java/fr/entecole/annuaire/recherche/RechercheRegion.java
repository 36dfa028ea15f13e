package fr.entecole.annuaire.recherche;

import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.annuaire.recherche.Recherche.Lieu;
import fr.entecole.socle.Colonnes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Anyone of the region, for who reaches all of it: 1.1 million people, found through an index of the words of their
/// names (docs/adr/0018-search-by-name.md). Pupils' and guardians' rows say where, and nothing of their lives.
@Component
class RechercheRegion {

    /// Of pupils, guardians and staff each: beyond, the page says that there are others and asks for more letters.
    static final int LOOKED_AT = 500;

    static final String ECOLE_DE_L_ELEVE = """
            (select jsonb_agg(jsonb_build_object('id', s.id, 'genre', s.genre, 'commune', co.nom,
                                                 'ecole', coalesce(s.nom_usage, s.nom_courant)))
               from annuaire.structure s left join annuaire.commune co on co.insee = s.commune_insee
              where s.id = e.structure_id)
            """;

    // By the link, not by the authority in force: a guardian kept out by a restriction must not differ from another.
    static final String ECOLES_DU_RESPONSABLE = """
            (select jsonb_agg(distinct jsonb_build_object('id', s.id, 'genre', s.genre, 'commune', co.nom,
                                                          'ecole', coalesce(s.nom_usage, s.nom_courant)))
                    from annuaire.lien l join annuaire.eleve e on e.id = l.eleve_id and e.suspendu_le is null
                    join annuaire.structure s on s.id = e.structure_id
                    left join annuaire.commune co on co.insee = s.commune_insee
                   where l.responsable_id = r.id and l.retire_le is null)
            """;

    static final String ECOLES_DU_PERSONNEL = """
            (select jsonb_agg(distinct jsonb_build_object('id', s.id, 'genre', s.genre, 'commune', co.nom,
                                                          'ecole', coalesce(s.nom_usage, s.nom_courant)))
                    from annuaire.exerce f join annuaire.structure s on s.id = f.structure_id
                    left join annuaire.commune co on co.insee = s.commune_insee
                   where f.personnel_id = p.id)
            """;

    static final String LIEU_DE_L_AGENT = """
            (select jsonb_build_array(jsonb_build_object('ecole', coalesce(s.nom_usage, s.nom_courant),
                                                 'commune', co.nom)) from (select 1) un
                    left join annuaire.structure s on s.id = g.circonscription_id
                    left join annuaire.commune co on co.insee = g.commune_insee)
            """;

    // The name chooses first, through the index, and no more than `LOOKED_AT` of each kind are looked at and put in
    // order: a surname borne by thousands costs what a rare one does. Each choice is planned without its limit, on
    // purpose: with it, PostgreSQL would rather read a table until it has found enough. Where they belong is asked of
    // those shown only.
    static final String SQL =
            """
            with eleves as materialized (
                select id, prenom, nom, date_naissance, structure_id from annuaire.eleve
                 where suspendu_le is null and mots @@ (select annuaire.demande(:saisie))),
            responsables as materialized (
                select id, prenom, nom from annuaire.responsable
                 where suspendu_le is null and mots @@ (select annuaire.demande(:saisie))),
            personnels as materialized (
                select id, prenom, nom from annuaire.personnel
                 where suspendu_le is null and mots @@ (select annuaire.demande(:saisie)))
            (select 'ELEVE' as nature, e.id, e.prenom, e.nom, e.date_naissance, null as profil, null as civilite, %s as lieux
               from (select * from (select * from eleves limit :regardes) x order by nom, prenom, id limit :limite) e)
            union all
            (select 'RESPONSABLE', r.id, r.prenom, r.nom, null, null, null, %s
               from (select * from (select * from responsables limit :regardes) x order by nom, prenom, id limit :limite) r)
            union all
            (select 'PERSONNEL', p.id, p.prenom, p.nom, null, null, null, %s
               from (select * from (select * from personnels limit :regardes) x order by nom, prenom, id limit :limite) p)
            union all
            (select 'AGENT', g.id, g.prenom, g.nom, null, g.profil, g.civilite, %s
               from (select id, prenom, nom, profil, civilite, circonscription_id, commune_insee from annuaire.agent
                      where mots @@ (select annuaire.demande(:saisie)) and retire_le is null
                      order by nom, prenom, id limit :limite) g)
            """.formatted(ECOLE_DE_L_ELEVE, ECOLES_DU_RESPONSABLE, ECOLES_DU_PERSONNEL, LIEU_DE_L_AGENT);

    private final JdbcClient jdbc;

    RechercheRegion(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Trouve> find(String saisie) {
        return jdbc.sql(SQL)
                .param("saisie", saisie)
                .param("limite", Recherche.SHOWN + 1)
                .param("regardes", LOOKED_AT)
                .query(RechercheRegion::trouve)
                .list();
    }

    private static Trouve trouve(ResultSet rs, int row) throws SQLException {
        var id = Colonnes.uuid(rs, "id");
        return new Trouve(
                id,
                Nature.valueOf(rs.getString("nature")),
                Noms.complet(rs.getString("prenom"), rs.getString("nom")),
                Colonnes.list(rs, "lieux", Lieu[].class).stream()
                        .map(Lieu::words)
                        .filter(lieu -> !lieu.isBlank())
                        .distinct()
                        .collect(Collectors.joining(", ")),
                rs.getObject("date_naissance", LocalDate.class),
                "/annuaire/personnes/" + id,
                List.of(),
                null,
                false);
    }
}
