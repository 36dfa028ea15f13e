package fr.entecole.annuaire;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public.Etendue;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Cles;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Region;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who a member of staff or an agent is today, and what is for them: one statement each. The people of a
/// circonscription (replacement teachers) come in as soon as one of its schools is open. A replacement that is over
/// gives nothing more from the first hour of the next day, whether or not the night's work has ended it.
@Component
class IdentitesDesPersonnels {

    private static final String PERSONNEL = """
            select p.id, p.civilite, p.prenom, p.nom,
                   p.enseignant or exists (
                       select 1 from annuaire.remplacement r
                        where r.personnel_id = p.id and r.ouvert_le is not null and r.fini_le is null
                          and r.au >= :jour) as enseignant,
                   p.suspendu_le is not null as suspendu,
                   (select jsonb_agg(jsonb_build_object('structure', s.id, 'genre', s.genre,
                               'nom', coalesce(s.nom_usage, s.nom_courant), 'nomCommune', c.nom,
                               'ouverte', s.genre = 'ECOLE' and exists (
                                   select 1 from annuaire.ouverte o where o.ecole_id = s.id)
                                   or s.genre = 'CIRCONSCRIPTION' and exists (
                                   select 1 from annuaire.structure e join annuaire.ouverte o on o.ecole_id = e.id
                                    where e.circonscription_id = s.id and e.genre = 'ECOLE'),
                               'directeur', f.directeur, 'enseigne', f.code in ('ENS', 'DOC'),
                               'circonscription', s.circonscription_id, 'commune', s.commune_insee,
                               'departement', c.departement) order by f.structure_id)
                      from annuaire.fonction f
                      join annuaire.structure s on s.id = f.structure_id
                      left join annuaire.commune c on c.insee = s.commune_insee
                     where f.personnel_id = p.id and f.fini_le is null and f.code <> '-'
                       and (f.code <> 'REM' or exists (
                            select 1 from annuaire.remplacement r
                             where r.personnel_id = p.id and r.ecole_id = f.structure_id
                               and r.ouvert_le is not null and r.fini_le is null and r.au >= :jour))) as postes,
                   (select jsonb_agg(jsonb_build_object('ecole', n.ecole_id, 'classe', n.classe_id,
                               'eleves', array(select i.eleve_id from annuaire.inscrit i
                                                where i.classe_id = n.classe_id)))
                      from annuaire.enseigne n
                     where n.personnel_id = p.id
                       and not exists (
                           select 1 from annuaire.remplacement r
                             join annuaire.enseignement g on g.id = r.enseignement_id and g.fini_le is null
                            where r.personnel_id = p.id and r.classe_id = n.classe_id
                              and r.fini_le is null and r.au < :jour)) as classes
              from annuaire.personnel p
             where p.id = :id
            """;

    private static final String AGENT = """
            select a.id, a.profil, a.civilite, a.prenom, a.nom, a.commune_insee, a.circonscription_id, c.nom as commune,
                   coalesce(s.nom_usage, s.nom_courant) as nom_courant, a.fin < :jour as parti
              from annuaire.agent a
              left join annuaire.commune c on c.insee = a.commune_insee
              left join annuaire.structure s on s.id = a.circonscription_id
             where a.id = :id
            """;

    private final JdbcClient jdbc;
    private final Region region;
    private final Clock clock;

    IdentitesDesPersonnels(JdbcClient jdbc, Region region, Clock clock) {
        this.jdbc = jdbc;
        this.region = region;
        this.clock = clock;
    }

    Optional<Identite> personnel(UUID id) {
        return jdbc.sql(PERSONNEL)
                .param("id", id)
                .param("jour", LocalDate.now(clock))
                .query((rs, row) -> personnel(rs, row))
                .optional();
    }

    Optional<Identite> agent(UUID id) {
        return jdbc.sql(AGENT)
                .param("id", id)
                .param("jour", LocalDate.now(clock))
                .query((rs, row) -> agent(rs, row))
                .optional();
    }

    private Identite personnel(ResultSet rs, int row) throws SQLException {
        var id = Colonnes.uuid(rs, "id");
        var postes = Colonnes.list(rs, "postes", Poste[].class);
        var ecoles = postes.stream().filter(Poste::ecole).filter(Poste::ouverte).toList();
        Set<UUID> ouvertes = ecoles.stream().map(Poste::structure).collect(Collectors.toCollection(LinkedHashSet::new));
        var circonscription =
                postes.stream().filter(Poste::circonscriptionElleMeme).findFirst();
        boolean categorie = rs.getBoolean("enseignant");
        boolean teaches = rs.wasNull() ? postes.stream().anyMatch(Poste::enseigne) : categorie;
        var profil = ecoles.stream().anyMatch(Poste::directeur)
                ? Profil.DIRECTEUR
                : teaches ? Profil.ENSEIGNANT : Profil.PERSONNEL;
        return new Identite(
                id,
                profil,
                Noms.personne(rs.getString("prenom")),
                Noms.personne(rs.getString("nom")),
                ouvertes,
                null,
                circonscription.map(Poste::structure).orElse(null),
                null,
                null,
                lieu(ecoles, circonscription),
                profil.libelle(rs.getString("civilite")),
                Identite.Acces.of(
                        rs.getBoolean("suspendu"),
                        !ouvertes.isEmpty()
                                || postes.stream().anyMatch(p -> p.circonscriptionElleMeme() && p.ouverte())),
                cles(id, postes, Colonnes.list(rs, "classes", Classe[].class)));
    }

    private String lieu(List<Poste> ecoles, Optional<Poste> circonscription) {
        var noms = ecoles.stream()
                .map(p -> Noms.ecole(p.nom, p.nomCommune == null ? "" : p.nomCommune))
                .distinct()
                .toList();
        return switch (noms.size()) {
            case 0 -> circonscription.map(c -> Noms.ecole(c.nom, null)).orElse(region.nom());
            case 1 -> noms.getFirst();
            default -> t("{0, plural, one {# école} other {# écoles}}", noms.size());
        };
    }

    private static Cles cles(UUID personne, List<Poste> postes, List<Classe> classes) {
        List<Cle> cles = new ArrayList<>();
        for (var classe : classes) {
            cles.add(Public.cle(Etendue.CLASSE, Qui.EQUIPE, classe.ecole, classe.classe.toString()));
            classe.eleves.forEach(
                    eleve -> cles.add(Public.cle(Etendue.ELEVES, Qui.EQUIPE, classe.ecole, eleve.toString())));
        }
        for (var poste : postes) {
            if (!poste.ouverte) {
                continue;
            }
            if (poste.ecole()) {
                for (var qui : poste.directeur ? List.of(Qui.EQUIPE, Qui.DIRECTIONS) : List.of(Qui.EQUIPE)) {
                    cles.addAll(Public.above(
                            qui, personne, poste.structure, poste.circonscription, poste.commune, poste.departement));
                }
            } else {
                cles.add(Public.cle(Etendue.PERSONNES, Qui.EQUIPE, Cle.PARTOUT, personne.toString()));
                cles.add(Public.cle(Etendue.REGION, Qui.EQUIPE, Cle.PARTOUT, ""));
                cles.add(Public.cle(Etendue.CIRCONSCRIPTION, Qui.EQUIPE, Cle.PARTOUT, poste.structure.toString()));
            }
        }
        return Cles.of(cles);
    }

    private Identite agent(ResultSet rs, int row) throws SQLException {
        var id = Colonnes.uuid(rs, "id");
        var commune = rs.getString("commune");
        var circonscription = rs.getString("nom_courant");
        var profil = Profil.valueOf(rs.getString("profil"));
        return new Identite(
                id,
                profil,
                Noms.personne(rs.getString("prenom")),
                Noms.personne(rs.getString("nom")),
                Set.of(),
                rs.getString("commune_insee"),
                rs.getObject("circonscription_id", UUID.class),
                null,
                null,
                commune != null
                        ? Noms.commune(commune)
                        : circonscription != null ? Noms.ecole(circonscription, null) : region.nom(),
                profil.libelle(rs.getString("civilite")),
                Identite.Acces.of(rs.getBoolean("parti"), true),
                Cles.of(List.of(Public.cle(Etendue.PERSONNES, Qui.EQUIPE, Cle.PARTOUT, id.toString()))));
    }

    /// A function in force of a member of staff, and where.
    private record Poste(
            UUID structure,
            String genre,
            String nom,
            @Nullable String nomCommune,
            boolean ouverte,
            boolean directeur,
            boolean enseigne,
            @Nullable UUID circonscription,
            @Nullable String commune,
            @Nullable String departement) {

        boolean ecole() {
            return genre.equals("ECOLE");
        }

        boolean circonscriptionElleMeme() {
            return genre.equals("CIRCONSCRIPTION");
        }
    }

    private record Classe(UUID ecole, UUID classe, List<UUID> eleves) {}
}
