package fr.entecole.conventions;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.conventions.regles.AccuseDeReception;
import fr.entecole.conventions.regles.ActeLocal;
import fr.entecole.conventions.regles.Attente;
import fr.entecole.conventions.regles.Cessation.Etape;
import fr.entecole.conventions.regles.EcoleChangee;
import fr.entecole.conventions.regles.EcoleInscrite;
import fr.entecole.conventions.regles.Etat;
import fr.entecole.conventions.regles.Parametres;
import fr.entecole.conventions.regles.Succession;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads conventions, whole, in one statement whatever their number.
@Component
public class LectureDesConventions {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    LectureDesConventions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// As who asks may read it.
    public Convention readable(Utilisateur utilisateur, UUID id) {
        return one(id).filter(c -> ConventionAccess.of(utilisateur).reads(c.communes()))
                .orElseThrow(Introuvable::new);
    }

    public Optional<Convention> one(UUID id) {
        return read("s.id = :valeur", id, Reprises.CHANGEES).stream().findFirst();
    }

    /// Its own and those of the communes that it has succeeded, the latest first.
    public List<Convention> ofCommune(String insee) {
        return read("""
                s.commune_insee = any(array(select y.commune_insee from conventions.succession_dite y
                                             where y.nouvelle_insee = :valeur) || cast(:valeur as text))
                """, insee);
    }

    /// By number, whatever the order in which they are asked for.
    public List<Convention> of(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : read("s.id = any(:valeur)", ids.toArray(UUID[]::new)).stream()
                        .sorted(Comparator.comparing(Convention::numero))
                        .toList();
    }

    public List<Convention> ofAnnee(int annee) {
        return read("s.annee = :valeur", annee);
    }

    /// Those that list one of these schools, or have listed it.
    public List<Convention> ofEcoles(Collection<UUID> ecoles) {
        return read("""
                s.id in (select d.convention_id from conventions.declaration d
                           join conventions.inscription i on i.liste_id = d.id where i.ecole_id = any(:valeur)
                         union
                         select a.convention_id from conventions.avenant a
                           join conventions.inscription i on i.liste_id = a.id where i.ecole_id = any(:valeur))
                """, ecoles.toArray(UUID[]::new));
    }

    /// Those that may open a school on a day of this school year.
    public List<Convention> since(int annee) {
        return read("s.annee >= :valeur", annee - 2);
    }

    private List<Convention> read(String which, Object valeur) {
        return read(which, valeur, "null::jsonb");
    }

    // The parameters of a year are long and shared by many: each version comes with one of its rows only.
    private List<Convention> read(String which, Object valeur, String changees) {
        Map<UUID, Parametres> parametres = new HashMap<>();
        var rows = jdbc.sql("""
                        select s.*, case when row_number() over (partition by s.parametres_id order by s.id) = 1
                                         then (select p.contenu from conventions.parametres p where p.id = s.parametres_id)
                                    end as contenu,
                               exists (select 1 from conventions.suivi n
                                        where n.commune_insee in (s.commune_insee, x.nouvelle_insee) and n.annee = s.annee + 1
                                          and n.commune is not null and n.region is not null) as renouvelee,
                               x.nouvelle_insee, x.denomination as nouvelle_denomination, x.siret as nouveau_siret,
                               %s as changees
                          from conventions.situation s
                          left join conventions.succession_dite x on x.commune_insee = s.commune_insee
                         where %s
                         order by s.annee desc, s.commune_insee, s.rang desc
                        """.formatted(changees, which))
                .param("valeur", valeur)
                .query((rs, row) -> {
                    var ligne = ligne(rs, row);
                    var contenu = rs.getString("contenu");
                    if (contenu != null) {
                        parametres.put(ligne.parametresId, JSON.readValue(contenu, Parametres.class));
                    }
                    return ligne;
                })
                .list();
        return rows.stream()
                .map(row -> row.convention(Objects.requireNonNull(parametres.get(row.parametresId))))
                .toList();
    }

    private static Ligne ligne(ResultSet rs, int row) throws SQLException {
        return new Ligne(
                Colonnes.uuid(rs, "id"),
                text(rs, "commune_insee"),
                rs.getInt("annee"),
                text(rs, "numero"),
                new Declaration(
                        Declaration.Genre.valueOf(text(rs, "genre")),
                        text(rs, "denomination"),
                        text(rs, "forme"),
                        text(rs, "siret"),
                        text(rs, "adresse"),
                        text(rs, "signataire"),
                        text(rs, "qualite"),
                        text(rs, "contact"),
                        text(rs, "courriel")),
                Colonnes.uuid(rs, "parametres_id"),
                rs.getBoolean("fige"),
                Colonnes.list(rs, "ecoles", EcoleInscrite[].class),
                new Etat.Faits(day(rs, "transmise"), day(rs, "commune"), day(rs, "region"), null),
                rs.getBoolean("acte"),
                day(rs, "relance"),
                etapes(rs.getString("etapes")),
                Colonnes.list(rs, "avenants", AvenantRecu[].class),
                new Attente.Suites(
                        rs.getInt("avenants_commune"), rs.getInt("avenants_region"), rs.getInt("contestees")),
                rs.getBoolean("renouvelee"),
                succession(rs),
                Colonnes.list(rs, "changees", EcoleChangee[].class));
    }

    private static @Nullable Succession succession(ResultSet rs) throws SQLException {
        var insee = rs.getString("nouvelle_insee");
        return insee == null
                ? null
                : new Succession(insee, text(rs, "nouvelle_denomination"), text(rs, "nouveau_siret"));
    }

    private static Map<Etape, LocalDate> etapes(@Nullable String json) {
        Map<Etape, LocalDate> etapes = new EnumMap<>(Etape.class);
        if (json != null) {
            JSON.readTree(json)
                    .properties()
                    .forEach(e -> etapes.put(
                            Etape.valueOf(e.getKey()),
                            LocalDate.parse(e.getValue().asString())));
        }
        return etapes;
    }

    /// What has happened to a convention, its acts among it, the latest first.
    public List<Etapes> history(UUID convention) {
        return jdbc.sql("""
                        select h.id, h.sorte, h.jour, h.motif, h.fait_le, t.prenom, t.nom, a.numero as avenant, h.acte
                          from (select id, sorte, jour, motif, fait_le, par_id, avenant_id, null::jsonb as acte
                                  from conventions.fait where convention_id = :id
                                union all
                                select k.id, 'ACTE', k.jour, '', k.depose_le, k.par_id, null, to_jsonb(k)
                                  from conventions.acte k where k.convention_id = :id) h
                          left join conventions.avenant a on a.id = h.avenant_id
                          left join lateral (select n.prenom, n.nom from annuaire.titulaire n
                                              where n.id = h.par_id limit 1) t on true
                         order by h.id desc
                        """)
                .param("id", convention)
                .query((rs, _) -> new Etapes(
                        Colonnes.uuid(rs, "id"),
                        text(rs, "sorte"),
                        Objects.requireNonNull(day(rs, "jour")),
                        text(rs, "motif"),
                        Objects.requireNonNull(rs.getObject("fait_le", OffsetDateTime.class))
                                .toInstant(),
                        rs.getString("nom") == null ? "" : Appellations.personne(text(rs, "prenom"), text(rs, "nom")),
                        rs.getInt("avenant"),
                        acte(rs.getString("acte"))))
                .list();
    }

    private static @Nullable ActeLocal acte(@Nullable String json) {
        if (json == null) {
            return null;
        }
        var acte = JSON.readTree(json);
        return new ActeLocal(
                ActeLocal.Nature.valueOf(acte.get("nature").asString()),
                acte.get("numero").asString(),
                Objects.requireNonNull(day(acte.get("jour"))),
                AccuseDeReception.read(acte.get("accuse").asString()).orElse(null),
                day(acte.get("recu_le")),
                day(acte.get("affiche_le")),
                acte.get("vote").asString(),
                acte.get("delegation").asString(),
                day(acte.get("delegation_du")),
                acte.get("annee").asInt(),
                acte.get("ecoles").asInt(),
                acte.get("montant").asLong());
    }

    private static @Nullable LocalDate day(JsonNode value) {
        return value.isNull() ? null : LocalDate.parse(value.asString());
    }

    private static String text(ResultSet rs, String column) throws SQLException {
        return Objects.requireNonNull(rs.getString(column), column);
    }

    private static @Nullable LocalDate day(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, LocalDate.class);
    }

    /// @param par name of who did it, empty once they are forgotten
    /// @param avenant its number, 0: the convention itself
    /// @param acte the commune’s act, where that is what came
    public record Etapes(
            UUID id,
            String sorte,
            LocalDate jour,
            String motif,
            Instant faitLe,
            String par,
            int avenant,
            @Nullable ActeLocal acte) {

        public String phrase() {
            if (acte != null) {
                return t("{0} n°\u00a0{1}", acte.nature().libelle(), acte.numero());
            }
            var words = switch (sorte) {
                case "TRANSMISE" -> t("Transmise par la commune");
                case "RENVOYEE" -> t("Rendue à la commune");
                case "SIGNEE_COMMUNE" -> t("Signée par la commune");
                case "SIGNEE_REGION" -> t("Signée par la région académique");
                case "RELANCE" -> t("Commune relancée");
                case "AVERTIE" -> t("Commune et écoles averties de la fin");
                case "REMPLACEE_COMMUNE" -> t("Document signé de la commune remplacé");
                case "REMPLACEE_REGION" -> t("Document signé de la région remplacé");
                default -> Etape.valueOf(sorte).libelle();
            };
            return avenant == 0 ? words : t("Avenant {0}\u00a0: {1}", avenant, words);
        }
    }

    private record Ligne(
            UUID id,
            String insee,
            int annee,
            String numero,
            Declaration declaration,
            UUID parametresId,
            boolean fige,
            List<EcoleInscrite> ecoles,
            Etat.Faits signatures,
            boolean acte,
            @Nullable LocalDate relance,
            Map<Etape, LocalDate> etapes,
            List<AvenantRecu> avenants,
            Attente.Suites suites,
            boolean renouvelee,
            @Nullable Succession succession,
            List<EcoleChangee> changees) {

        Convention convention(Parametres parametres) {
            return new Convention(
                    id,
                    insee,
                    annee,
                    numero,
                    declaration,
                    parametres,
                    parametresId,
                    fige,
                    ecoles,
                    signatures,
                    acte,
                    relance,
                    etapes,
                    avenants,
                    renouvelee,
                    suites,
                    succession,
                    changees);
        }
    }
}
