package fr.entecole.annuaire;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Identite.Acces;
import fr.entecole.annuaire.noms.Lien;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Embleme;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Region;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who a person is today, for the door: one statement, whatever the person and the size of the region.
@Component
public class Annuaire {

    private final JdbcClient jdbc;
    private final Region region;

    Annuaire(JdbcClient jdbc, Region region) {
        this.jdbc = jdbc;
        this.region = region;
    }

    public Optional<Identite> identite(UUID personneId, Nature nature) {
        return switch (nature) {
            case ELEVE -> one(ELEVE, personneId, Annuaire::eleve);
            case RESPONSABLE -> one(RESPONSABLE, personneId, this::responsable);
            case PERSONNEL -> one(PERSONNEL, personneId, this::personnel);
            case AGENT -> one(AGENT, personneId, this::agent);
        };
    }

    /// Whether one of the children of this guardian was born that day: what only a family knows, told by no date that
    /// leaves the directory. A restriction hides the child, not that.
    public boolean hasChildBornOn(UUID responsable, LocalDate naissance) {
        return jdbc.sql("""
                        select exists (select 1 from annuaire.lien l
                                         join annuaire.eleve e on e.id = l.eleve_id and e.suspendu_le is null
                                        where l.responsable_id = :responsable and l.retire_le is null
                                          and e.date_naissance = :naissance)
                        """)
                .param("responsable", responsable)
                .param("naissance", naissance)
                .query((rs, _) -> rs.getBoolean(1))
                .single();
    }

    /// Nothing has come in yet: no batch, no school, nobody entered by hand.
    public boolean isEmpty() {
        return jdbc.sql("""
                        select not exists (select 1 from annuaire.lot) and not exists (select 1 from annuaire.structure)
                           and not exists (select 1 from annuaire.agent)
                        """).query((rs, _) -> rs.getBoolean(1)).single();
    }

    private Optional<Identite> one(String sql, UUID id, org.springframework.jdbc.core.RowMapper<Identite> mapper) {
        return jdbc.sql(sql).param("id", id).query(mapper).optional();
    }

    private static final String ELEVE = """
            select e.id, e.prenom, e.nom, e.niveau, e.suspendu_le is not null as suspendu,
                   (select m.image || ' ' || m.lettre from annuaire.embleme m
                     where m.eleve_id = e.id order by m.depuis desc limit 1) as embleme,
                   coalesce(s.nom_usage, s.nom_courant, '') as nom_courant, c.nom as commune,
                   array(select o.structure_id from annuaire.ouverture o
                          where o.structure_id = e.structure_id and o.fermee_le is null) as ouvertes
              from annuaire.eleve e
              left join annuaire.structure s on s.id = e.structure_id
              left join annuaire.commune c on c.insee = s.commune_insee
             where e.id = :id
            """;

    private static Identite eleve(ResultSet rs, int row) throws SQLException {
        var ouvertes = Colonnes.uuids(rs, "ouvertes");
        return new Identite(
                Colonnes.uuid(rs, "id"),
                Profil.ELEVE,
                Noms.personne(rs.getString("prenom")),
                Noms.personne(rs.getString("nom")),
                ouvertes,
                null,
                null,
                rs.getString("niveau"),
                embleme(rs.getString("embleme")),
                Noms.ecole(rs.getString("nom_courant"), rs.getString("commune")),
                null,
                acces(rs.getBoolean("suspendu"), !ouvertes.isEmpty()));
    }

    private static @Nullable Embleme embleme(@Nullable String words) {
        if (words == null) {
            return null;
        }
        var parts = words.split(" ", 2);
        return new Embleme(parts[0], parts[1]);
    }

    // A guardian kept out of everything by a restriction may still come in; they then see nobody.
    private static final String RESPONSABLE = """
            select r.id, r.prenom, r.nom, r.suspendu_le is not null as suspendu,
                   exists (select 1 from annuaire.lien l
                             join annuaire.eleve e on e.id = l.eleve_id and e.suspendu_le is null
                             join annuaire.ouverture o on o.structure_id = e.structure_id and o.fermee_le is null
                            where l.responsable_id = r.id and l.retire_le is null) as entre,
                   array(select distinct o.structure_id from annuaire.autorite a
                           join annuaire.eleve e on e.id = a.eleve_id
                           join annuaire.ouverture o on o.structure_id = e.structure_id and o.fermee_le is null
                          where a.responsable_id = r.id) as ouvertes,
                   array(select distinct coalesce(c.nom, s.ville, '') from annuaire.autorite a
                           join annuaire.eleve e on e.id = a.eleve_id
                           join annuaire.structure s on s.id = e.structure_id
                           left join annuaire.commune c on c.insee = s.commune_insee
                          where a.responsable_id = r.id) as lieux,
                   array(select a.code || '§' || e.prenom from annuaire.autorite a
                           join annuaire.eleve e on e.id = a.eleve_id
                          where a.responsable_id = r.id
                          order by e.date_naissance, e.prenom) as enfants
              from annuaire.responsable r
             where r.id = :id
            """;

    private Identite responsable(ResultSet rs, int row) throws SQLException {
        var lieux = Colonnes.strings(rs, "lieux");
        return new Identite(
                Colonnes.uuid(rs, "id"),
                Profil.PARENT,
                Noms.personne(rs.getString("prenom")),
                Noms.personne(rs.getString("nom")),
                Colonnes.uuids(rs, "ouvertes"),
                null,
                null,
                null,
                null,
                lieux.size() == 1 ? Noms.commune(lieux.getFirst()) : region.nom(),
                titre(Colonnes.strings(rs, "enfants")),
                acces(rs.getBoolean("suspendu"), rs.getBoolean("entre")));
    }

    private static @Nullable String titre(List<String> enfants) {
        return Lien.titre(
                enfants.stream().map(e -> e.split("§", 2)[0]).toList(),
                enfants.stream().map(e -> Noms.personne(e.split("§", 2)[1])).toList());
    }

    // The people of a circonscription (replacement teachers) come in as soon as one of its schools is open.
    private static final String PERSONNEL = """
            select p.id, p.civilite, p.prenom, p.nom, p.enseignant, p.suspendu_le is not null as suspendu,
                   coalesce(bool_or(f.directeur and o.structure_id is not null), false) as directeur,
                   coalesce(bool_or(f.code in ('ENS', 'DOC')), false) as enseigne,
                   array_agg(distinct o.structure_id) filter (where o.structure_id is not null) as ouvertes,
                   array_agg(distinct coalesce(s.nom_usage, s.nom_courant) || '§' || coalesce(c.nom, ''))
                       filter (where o.structure_id is not null) as lieux,
                   (array_agg(s.id) filter (where s.genre = 'CIRCONSCRIPTION'))[1] as circonscription,
                   (array_agg(s.nom_courant) filter (where s.genre = 'CIRCONSCRIPTION'))[1] as nom_circonscription,
                   coalesce(bool_or(s.genre = 'CIRCONSCRIPTION' and exists (
                       select 1 from annuaire.structure e
                         join annuaire.ouverture eo on eo.structure_id = e.id and eo.fermee_le is null
                        where e.circonscription_id = s.id and e.genre = 'ECOLE')), false) as circonscription_ouverte
              from annuaire.personnel p
              left join annuaire.fonction f on f.personnel_id = p.id and f.code <> '-'
              left join annuaire.structure s on s.id = f.structure_id
              left join annuaire.commune c on c.insee = s.commune_insee
              left join annuaire.ouverture o on o.structure_id = s.id and o.fermee_le is null and s.genre = 'ECOLE'
             where p.id = :id
             group by p.id
            """;

    private Identite personnel(ResultSet rs, int row) throws SQLException {
        var ouvertes = Colonnes.uuids(rs, "ouvertes");
        var lieux = Colonnes.strings(rs, "lieux");
        boolean categorie = rs.getBoolean("enseignant");
        boolean teaches = rs.wasNull() ? rs.getBoolean("enseigne") : categorie;
        var circonscription = rs.getString("nom_circonscription");
        var profil = rs.getBoolean("directeur") ? Profil.DIRECTEUR : teaches ? Profil.ENSEIGNANT : Profil.PERSONNEL;
        return new Identite(
                Colonnes.uuid(rs, "id"),
                profil,
                Noms.personne(rs.getString("prenom")),
                Noms.personne(rs.getString("nom")),
                ouvertes,
                null,
                rs.getObject("circonscription", UUID.class),
                null,
                null,
                switch (lieux.size()) {
                    case 0 -> circonscription == null ? region.nom() : Noms.ecole(circonscription, null);
                    case 1 -> {
                        var parts = lieux.getFirst().split("§", 2);
                        yield Noms.ecole(parts[0], parts[1]);
                    }
                    default -> t("{0, plural, one {# école} other {# écoles}}", lieux.size());
                },
                titre(profil, rs.getString("civilite")),
                acces(rs.getBoolean("suspendu"), !ouvertes.isEmpty() || rs.getBoolean("circonscription_ouverte")));
    }

    private static @Nullable String titre(Profil profil, @Nullable String civilite) {
        boolean woman = "Mme".equals(civilite);
        if (!woman && !"M.".equals(civilite)) {
            return null;
        }
        return switch (profil) {
            case DIRECTEUR -> woman ? t("Directrice") : t("Directeur");
            case ENSEIGNANT -> woman ? t("Enseignante") : t("Enseignant");
            case REFERENT_VILLE -> woman ? t("Référente ville") : t("Référent ville");
            default -> null;
        };
    }

    private static final String AGENT = """
            select a.id, a.profil, a.civilite, a.prenom, a.nom, a.commune_insee, a.circonscription_id, c.nom as commune,
                   s.nom_courant, a.fin < current_date as parti
              from annuaire.agent a
              left join annuaire.commune c on c.insee = a.commune_insee
              left join annuaire.structure s on s.id = a.circonscription_id
             where a.id = :id
            """;

    private Identite agent(ResultSet rs, int row) throws SQLException {
        var commune = rs.getString("commune");
        var circonscription = rs.getString("nom_courant");
        return new Identite(
                Colonnes.uuid(rs, "id"),
                Profil.valueOf(rs.getString("profil")),
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
                titre(Profil.valueOf(rs.getString("profil")), rs.getString("civilite")),
                acces(rs.getBoolean("parti"), true));
    }

    private static Acces acces(boolean suspendu, boolean ouvert) {
        return suspendu ? Acces.SUSPENDU : ouvert ? Acces.OUVERT : Acces.ECOLE_FERMEE;
    }
}
