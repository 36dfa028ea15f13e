package fr.entecole.annuaire;

import fr.entecole.annuaire.Public.Etendue;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.socle.Colonnes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who is meant by a public today, read row by row: a whole région fits in the memory of a page.
@Component
class LectureDesMembres {

    private static final int AT_ONCE = 1_000;

    private static final String ELEVES = """
            select p.eleve_id as personne_id, 'ELEVE' as nature, p.ecole_id, p.eleve_id, false as ecarte,
                   false as organisme
              from annuaire.present p
              join annuaire.structure s on s.id = p.ecole_id
              join annuaire.ouverte o on o.ecole_id = s.id
             where %s
            """;

    private static final String RESPONSABLES = """
            select r.id as personne_id, 'RESPONSABLE' as nature, p.ecole_id, p.eleve_id,
                   not exists (select 1 from annuaire.autorite(:jour) a
                                where a.responsable_id = l.responsable_id and a.eleve_id = l.eleve_id) as ecarte,
                   lower(r.prenom) = 'organisme' as organisme
              from annuaire.present p
              join annuaire.structure s on s.id = p.ecole_id
              join annuaire.ouverte o on o.ecole_id = s.id
              join annuaire.lien l on l.eleve_id = p.eleve_id and l.retire_le is null
              join annuaire.responsable r on r.id = l.responsable_id and r.suspendu_le is null
             where %s
            """;

    private static final String PERSONNELS = """
            select q.personne_id, 'PERSONNEL' as nature, q.ecole_id, null::uuid as eleve_id, false as ecarte,
                   false as organisme
              from annuaire.equipe q
              join annuaire.structure s on s.id = q.ecole_id
              join annuaire.ouverte o on o.ecole_id = s.id
             where (not :directions or q.directeur) and %s
            """;

    private static final String ENSEIGNANTS = """
            select distinct n.personnel_id as personne_id, 'PERSONNEL' as nature, n.ecole_id, null::uuid as eleve_id,
                   false as ecarte, false as organisme
              from annuaire.enseigne n
             where n.ecole_id = :ecole and %s
            """;

    /// Named people are met in a school, or anywhere.
    private static final String HERE = "(s.id = :ecole or :ecole = '00000000-0000-0000-0000-000000000000'::uuid)";

    /// People of the communes and of the académie, who are met in no school.
    private static final String AGENTS = """
            union all
            select a.id, 'AGENT', '00000000-0000-0000-0000-000000000000'::uuid, null::uuid, false, false
              from annuaire.agent a
             where a.id = any(:ids) and (a.fin is null or a.fin >= :jour)
               and :ecole = '00000000-0000-0000-0000-000000000000'::uuid
            """;

    private static final String OUVERTES = """
            select s.id from annuaire.structure s join annuaire.ouverte o on o.ecole_id = s.id where %s order by s.id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    LectureDesMembres(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// The open schools that it reaches, those of named people aside.
    List<UUID> ecoles(Public pour) {
        return jdbc.sql(OUVERTES.formatted(ecoles(pour.etendue())))
                .param("ids", pour.ids())
                .param("cibles", pour.cibles().toArray(String[]::new))
                .param("ecole", pour.ecoleId())
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list();
    }

    /// @param ecoles only who is meant in these, everywhere when there is none
    @Transactional(readOnly = true)
    void each(Public pour, Collection<UUID> ecoles, Consumer<Publics.Membre> consumer) {
        jdbc.sql(sql(pour, ecoles.isEmpty() ? "" : "s.id = any(:parmi) and "))
                .param("parmi", ecoles.toArray(UUID[]::new))
                .param("ids", pour.ids())
                .param("cibles", pour.cibles().toArray(String[]::new))
                .param("ecole", pour.ecoleId())
                .param("directions", pour.qui() == Qui.DIRECTIONS)
                .param("jour", LocalDate.now(clock))
                .withFetchSize(AT_ONCE)
                .query(rs -> {
                    consumer.accept(membre(rs));
                });
    }

    private static String sql(Public pour, String parmi) {
        var etendue = pour.etendue();
        return switch (pour.qui()) {
            case ELEVES -> ELEVES.formatted(parmi + eleves(etendue, "p.eleve_id"));
            case RESPONSABLES -> RESPONSABLES.formatted(parmi + eleves(etendue, "r.id"));
            case EQUIPE, DIRECTIONS ->
                switch (etendue) {
                    case CLASSE -> ENSEIGNANTS.formatted("n.classe_id = any(:ids)");
                    case ELEVES -> ENSEIGNANTS.formatted("""
                            n.classe_id in (select i.classe_id from annuaire.inscrit i where i.eleve_id = any(:ids))
                            """);
                    case PERSONNES ->
                        PERSONNELS.formatted(parmi + "q.personne_id = any(:ids) and " + HERE)
                                + (parmi.isEmpty() ? AGENTS : "");
                    default -> PERSONNELS.formatted(parmi + ecoles(etendue));
                };
        };
    }

    /// @param personne column of whom a public of named people names
    private static String eleves(Etendue etendue, String personne) {
        return switch (etendue) {
            case CLASSE ->
                "s.id = :ecole and p.eleve_id in "
                        + "(select i.eleve_id from annuaire.inscrit i where i.classe_id = any(:ids))";
            case GROUPE ->
                "s.id = :ecole and p.eleve_id in "
                        + "(select g.eleve_id from annuaire.eleve_groupe g where g.groupe_id = any(:ids) and g.fini_le is null)";
            case ELEVES -> "s.id = :ecole and p.eleve_id = any(:ids)";
            case PERSONNES -> personne + " = any(:ids) and " + HERE;
            case ECOLE, CIRCONSCRIPTION, COMMUNE, DEPARTEMENT, REGION -> ecoles(etendue);
        };
    }

    private static String ecoles(Etendue etendue) {
        return switch (etendue) {
            case CIRCONSCRIPTION -> "s.circonscription_id = any(:ids)";
            case COMMUNE -> "s.commune_insee = any(:cibles)";
            case DEPARTEMENT ->
                "s.commune_insee in (select c.insee from annuaire.commune c where c.departement = any(:cibles))";
            case REGION -> "true";
            default -> "s.id = :ecole";
        };
    }

    private static Publics.Membre membre(ResultSet rs) throws SQLException {
        return new Publics.Membre(
                rs.getObject("personne_id", UUID.class),
                Nature.valueOf(rs.getString("nature")),
                rs.getObject("ecole_id", UUID.class),
                rs.getObject("eleve_id", UUID.class),
                rs.getBoolean("ecarte"),
                rs.getBoolean("organisme"));
    }
}
