package fr.entecole.annuaire.ecoles;

import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Like;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// Communes and the public schools that stand in them, open or not: what a commune may ask the ENT for.
@Component
@NamedInterface("ecoles")
public class EcolesDesCommunes {

    private static final String COMMUNE = "select insee, nom, departement, siret from annuaire.commune where ";

    private final JdbcClient jdbc;

    EcolesDesCommunes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Commune> commune(String insee) {
        return jdbc.sql(COMMUNE + "insee = :insee")
                .param("insee", insee)
                .query((rs, _) -> commune(
                        rs.getString("insee"), rs.getString("nom"), rs.getString("departement"), rs.getString("siret")))
                .optional();
    }

    /// Those of these INSEE codes, by name.
    public List<Commune> named(Collection<String> insee) {
        return insee.isEmpty()
                ? List.of()
                : jdbc.sql(COMMUNE + "insee = any(:insee) order by nom, insee")
                        .param("insee", insee.toArray(String[]::new))
                        .query((rs, _) -> commune(
                                rs.getString("insee"),
                                rs.getString("nom"),
                                rs.getString("departement"),
                                rs.getString("siret")))
                        .list();
    }

    /// By the beginning of its name or its SIRET; those with a school, the nearest names first.
    public List<Commune> find(String words, int most) {
        return jdbc.sql(COMMUNE + """
                         (nom ilike :debut or siret = :siret)
                           and exists (select 1 from annuaire.structure s
                                        where s.commune_insee = commune.insee and s.genre = 'ECOLE')
                         order by nom, insee limit :most
                        """)
                .param("debut", Like.start(words))
                .param("siret", words.replaceAll("\\s", ""))
                .param("most", most)
                .query((rs, _) -> commune(
                        rs.getString("insee"), rs.getString("nom"), rs.getString("departement"), rs.getString("siret")))
                .list();
    }

    private static Commune commune(
            @Nullable String insee, @Nullable String nom, @Nullable String departement, @Nullable String siret) {
        return new Commune(
                Objects.requireNonNull(insee),
                Noms.commune(Objects.requireNonNull(nom)),
                Objects.requireNonNullElse(departement, ""),
                Objects.requireNonNullElse(siret, ""));
    }

    /// Those that have a code, by code.
    public List<Ecole> of(String insee) {
        return jdbc.sql("""
                        select s.id, s.uai, s.academie, s.nom_courant, coalesce(s.nom_usage, s.nom_courant) as nom,
                               c.nom as commune, c.departement
                          from annuaire.structure s join annuaire.commune c on c.insee = s.commune_insee
                         where s.genre = 'ECOLE' and s.commune_insee = :insee and s.uai is not null
                         order by s.uai, s.id
                        """)
                .param("insee", insee)
                .query((rs, _) -> {
                    var commune = Objects.requireNonNull(rs.getString("commune"));
                    var nom = Noms.ecole(Objects.requireNonNull(rs.getString("nom")), commune);
                    return new Ecole(
                            Colonnes.uuid(rs, "id"),
                            Objects.requireNonNull(rs.getString("uai")),
                            Objects.requireNonNull(rs.getString("academie")),
                            type(Objects.requireNonNull(rs.getString("nom_courant")), nom),
                            nom,
                            Noms.commune(commune),
                            Objects.requireNonNull(rs.getString("departement")));
                })
                .list();
    }

    /// The school of this code, where one alone bears it and its commune is known.
    public Optional<Situee> ofUai(String uai) {
        var found = jdbc.sql("""
                        select id, commune_insee from annuaire.structure
                         where genre = 'ECOLE' and uai = :uai and commune_insee is not null limit 2
                        """)
                .param("uai", uai)
                .query((rs, _) ->
                        new Situee(Colonnes.uuid(rs, "id"), Objects.requireNonNull(rs.getString("commune_insee"))))
                .list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /// As conventions write it: E.M maternelle, E.E élémentaire, E.P primaire.
    private static String type(String courant, String nom) {
        for (var type : List.of("E.M", "E.E", "E.P")) {
            if (courant.startsWith(type + ".")) {
                return type;
            }
        }
        return nom.contains("maternelle") ? "E.M" : nom.contains("lémentaire") ? "E.E" : "E.P";
    }

    /// @param insee code of its commune
    public record Situee(UUID id, String insee) {}

    /// @param insee code of the commune
    /// @param departement three signs: `034`
    /// @param siret empty where the directory has none
    public record Commune(String insee, String nom, String departement, String siret) {}

    /// @param type `E.M`, `E.E` or `E.P`
    public record Ecole(
            UUID id, String uai, String academie, String type, String nom, String commune, String departement) {}
}
