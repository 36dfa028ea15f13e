package fr.entecole.annuaire;

import fr.entecole.annuaire.Public.Etendue;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.noms.Enseignants;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /// The pupils of some publics of one school with their guardians in force, and how these places are called.
    private static final String FAMILLES = """
            select 'ENFANT' as quoi, e.id, e.prenom, e.nom, r.id as garde_id, r.prenom as garde_prenom,
                   r.nom as garde_nom, null::jsonb as enseignants
              from annuaire.eleve e
              join annuaire.ouverte o on o.ecole_id = e.structure_id
              left join lateral (select q.id, q.prenom, q.nom from annuaire.autorite(:jour) a
                                   join annuaire.responsable q on q.id = a.responsable_id and q.suspendu_le is null
                                  where a.eleve_id = e.id) r on true
             where e.suspendu_le is null and e.structure_id = :ecole
               and e.id in (select i.eleve_id from annuaire.inscrit i where i.classe_id = any(:classes)
                            union all
                            select g.eleve_id from annuaire.eleve_groupe g
                             where g.groupe_id = any(:groupes) and g.fini_le is null
                            union all
                            select unnest(:eleves::uuid[])
                            union all
                            select x.id from annuaire.eleve x where x.structure_id = any(:entieres))
            union all
            select 'CLASSE', c.id, null, c.libelle, null, null, null, n.enseignants
              from annuaire.classe c
              join annuaire.ouverte o on o.ecole_id = c.structure_id
             cross join lateral annuaire.enseignants(c.id) n
             where c.id = any(:classes) and c.archivee_le is null
            union all
            select 'GROUPE', g.id, null, g.libelle, null, null, null, null
              from annuaire.groupe g where g.id = any(:groupes)
            union all
            select 'ECOLE', s.id, c.nom, coalesce(s.nom_usage, s.nom_courant), null, null, null, null
              from annuaire.structure s left join annuaire.commune c on c.insee = s.commune_insee
             where s.id = any(:entieres)
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

    /// @param several of one school, none of named people
    static Lecture<Publics.Familles> familles(UUID ecole, List<Public> several, LocalDate jour) {
        return Lecture.whole(
                FAMILLES,
                Map.of(
                        "ecole", ecole,
                        "jour", jour,
                        "classes", ids(several, Etendue.CLASSE),
                        "groupes", ids(several, Etendue.GROUPE),
                        "eleves", ids(several, Etendue.ELEVES),
                        "entieres", ids(several, Etendue.ECOLE)),
                rs -> familles(rs, several));
    }

    private static UUID[] ids(List<Public> several, Etendue etendue) {
        return several.stream()
                .filter(pour -> pour.etendue() == etendue)
                .flatMap(pour -> Stream.of(pour.ids()))
                .toArray(UUID[]::new);
    }

    private static Publics.Familles familles(ResultSet rs, List<Public> several) throws SQLException {
        Map<UUID, Publics.Enfant> enfants = new LinkedHashMap<>();
        Map<UUID, String> lieux = new LinkedHashMap<>();
        while (rs.next()) {
            var id = Colonnes.uuid(rs, "id");
            var nom = rs.getString("nom");
            switch (Objects.requireNonNull(rs.getString("quoi"))) {
                case "ENFANT" -> {
                    var enfant = enfants.get(id);
                    if (enfant == null) {
                        enfant = new Publics.Enfant(id, nom(rs, ""), new ArrayList<>());
                        enfants.put(id, enfant);
                    }
                    var garde = rs.getObject("garde_id", UUID.class);
                    if (garde != null) {
                        boolean organisme = "organisme".equalsIgnoreCase(rs.getString("garde_prenom"));
                        enfant.gardes().add(new Publics.Garde(garde, nom(rs, "garde_"), organisme));
                    }
                }
                case "CLASSE" -> lieux.put(id, Noms.classe(nom, Enseignants.read(rs)));
                case "ECOLE" -> lieux.put(id, Noms.ecole(nom, rs.getString("prenom")));
                default -> lieux.put(id, nom);
            }
        }
        return new Publics.Familles(
                several.stream()
                        .map(pour -> MotsDuPublic.of(
                                pour,
                                Stream.of(pour.ids())
                                        .map(lieux::get)
                                        .filter(Objects::nonNull)
                                        .collect(Collectors.joining(", "))))
                        .collect(Collectors.joining(", ")),
                List.copyOf(enfants.values()));
    }

    private static String nom(ResultSet rs, String of) throws SQLException {
        return Noms.complet(rs.getString(of + "prenom"), rs.getString(of + "nom"));
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
