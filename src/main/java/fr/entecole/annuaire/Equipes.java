package fr.entecole.annuaire;

import fr.entecole.annuaire.noms.Collegue;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Like;
import fr.entecole.socle.Profil;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who works in a school, for its head; who directs the open schools and who works for communes and the académie, for
/// the region. One statement each.
@Component
public class Equipes {

    private static final String TEAM = """
            select p.id, p.civilite, p.prenom, p.nom, p.courriel, p.date_naissance, exists (
                       select 1 from annuaire.equipe d where d.personne_id = p.id and d.directeur) as directeur,
                   coalesce(string_agg(distinct f.libelle, ', '), '') as fonction,
                   coalesce(s.nom_usage, s.nom_courant) as nom_courant, c.nom as commune
              from annuaire.structure s
              join annuaire.ouverte o on o.ecole_id = s.id
              join annuaire.exerce f on f.structure_id = s.id
              join annuaire.personnel p on p.id = f.personnel_id
              left join annuaire.commune c on c.insee = s.commune_insee
             where s.genre = 'ECOLE' and %s
             group by p.id, s.id, c.nom
            """;

    private static final String FOUND = """
             and (s.uai ilike :debut or s.nom_courant ilike :partout or s.nom_usage ilike :partout
                  or exists (select 1 from annuaire.commune c where c.insee = s.commune_insee and c.nom ilike :debut))
            """;

    // Those who are shown are chosen first, in the order of an index; what they do is asked of them only. How many they
    // are stands in the text: PostgreSQL would believe a tenth of the region, and read all of it.
    static final String DIRECTIONS = """
            with directions as materialized (
                select s.uai, s.id as ecole_id, coalesce(s.nom_usage, s.nom_courant) as nom_courant, s.commune_insee, d.*
                  from annuaire.structure s
                  join annuaire.ouverte o on o.ecole_id = s.id
                 cross join lateral (select distinct p.id, p.civilite, p.prenom, p.nom, p.courriel, p.date_naissance
                                       from annuaire.exerce x join annuaire.personnel p on p.id = x.personnel_id
                                      where x.structure_id = s.id and x.directeur) d
                 where s.genre = 'ECOLE'%s
                 order by s.uai, d.id limit %d)
            select k.id, k.civilite, k.prenom, k.nom, k.courriel, k.date_naissance, true as directeur, f.fonction,
                   k.nom_courant, c.nom as commune
              from directions k
              left join lateral (select m.nom from annuaire.commune m where m.insee = k.commune_insee limit 1) c on true
             cross join lateral (select coalesce(string_agg(distinct x.libelle, ', '), '') as fonction
                                   from annuaire.exerce x
                                  where x.structure_id = k.ecole_id and x.personnel_id = k.id) f
             order by k.uai, k.id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Equipes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// The staff of an open school, if this person directs it; nobody otherwise.
    public List<Membre> ofEcole(UUID ecole, UUID chef) {
        var membres = jdbc.sql(TEAM.formatted("""
                        s.id = :ecole and exists (select 1 from annuaire.dirige d
                                                   where d.ecole_id = s.id and d.personnel_id = :chef)
                        """)
                        + " order by p.nom collate \"fr-x-icu\", p.prenom collate \"fr-x-icu\", p.id")
                .param("ecole", ecole)
                .param("chef", chef)
                .query(Equipes::membre)
                .list();
        return apart(membres);
    }

    /// The heads of open schools, by name or beginning of the code or of the commune of the school; all of them for "".
    public List<Membre> directions(String recherche, int most) {
        return jdbc.sql(DIRECTIONS.formatted(recherche.isEmpty() ? "" : FOUND, most))
                .params(recherche.isEmpty() ? Map.of() : found(recherche))
                .query(Equipes::membre)
                .list();
    }

    private static Map<String, String> found(String recherche) {
        return Map.of("debut", Like.start(recherche), "partout", Like.anywhere(recherche));
    }

    /// The people of communes and of the académie who are still there, by beginning of their commune; all for "".
    public List<Membre> agents(String recherche, int most) {
        return jdbc.sql("""
                        select a.id, a.civilite, a.prenom, a.nom, a.profil, c.nom as commune,
                               coalesce(s.nom_usage, s.nom_courant) as nom_courant
                          from annuaire.agent a
                          left join annuaire.commune c on c.insee = a.commune_insee
                          left join annuaire.structure s on s.id = a.circonscription_id
                         where (a.fin is null or a.fin >= :jour)
                           and (:recherche = '' or c.nom ilike :debut)
                         order by c.nom collate "fr-x-icu" nulls first, a.nom collate "fr-x-icu", a.prenom, a.id limit :most
                        """)
                .param("jour", LocalDate.now(clock))
                .param("recherche", recherche)
                .param("debut", Like.start(recherche))
                .param("most", most)
                .query(Equipes::agent)
                .list();
    }

    private static Membre membre(ResultSet rs, int row) throws SQLException {
        var commune = rs.getString("commune");
        return new Membre(
                Colonnes.uuid(rs, "id"),
                rs.getString("civilite"),
                Noms.complet(rs.getString("prenom"), rs.getString("nom")),
                function(rs.getString("fonction")),
                "",
                rs.getString("courriel"),
                rs.getObject("date_naissance", LocalDate.class),
                rs.getBoolean("directeur"),
                Noms.ecole(rs.getString("nom_courant"), commune),
                commune == null ? "" : Noms.commune(commune));
    }

    /// "Enseignement", as feeds write it in capitals; what people enter ("AESH") is left alone.
    private static String function(String feed) {
        return feed.length() > 5 && feed.equals(feed.toUpperCase(Locale.FRENCH))
                ? feed.charAt(0) + feed.substring(1).toLowerCase(Locale.FRENCH)
                : feed;
    }

    private static Membre agent(ResultSet rs, int row) throws SQLException {
        var commune = rs.getString("commune");
        var circonscription = rs.getString("nom_courant");
        return new Membre(
                Colonnes.uuid(rs, "id"),
                rs.getString("civilite"),
                Noms.complet(rs.getString("prenom"), rs.getString("nom")),
                Profil.valueOf(rs.getString("profil")).libelle(rs.getString("civilite")),
                "",
                null,
                null,
                false,
                circonscription == null ? "" : Noms.ecole(circonscription, null),
                commune == null ? "" : Noms.commune(commune));
    }

    /// Says what tells those of one name apart.
    private static List<Membre> apart(List<Membre> membres) {
        var said = Collegue.apart(membres.stream()
                .map(m -> new Collegue(m.id(), m.nom(), m.courriel(), m.naissance()))
                .toList());
        return membres.stream().map(m -> m.but(said.getOrDefault(m.id(), ""))).toList();
    }

    /// @param directeur directs a school, this one or another
    /// @param fonction as the feed or the one who entered them says it
    /// @param precision where another of the list bears the same name
    /// @param structure school or circonscription, empty where there is none
    /// @param commune empty for those of the académie
    public record Membre(
            UUID id,
            @Nullable String civilite,
            String nom,
            String fonction,
            String precision,
            @Nullable String courriel,
            @Nullable LocalDate naissance,
            boolean directeur,
            String structure,
            String commune) {

        private Membre but(String said) {
            return new Membre(id, civilite, nom, fonction, said, courriel, naissance, directeur, structure, commune);
        }

        /// "Enseignement, leo.martin@ac.example.org"
        public String qualite() {
            return precision.isEmpty() ? fonction : fonction.isEmpty() ? precision : fonction + ", " + precision;
        }

        public String lieu() {
            return structure.isEmpty() || commune.isEmpty() || structure.endsWith(commune)
                    ? structure.isEmpty() ? commune : structure
                    : structure + ", " + commune;
        }

        /// "Mme Hélène Castans"
        public String civil() {
            return civilite == null || civilite.isBlank() ? nom : civilite + "\u00a0" + nom;
        }
    }
}
