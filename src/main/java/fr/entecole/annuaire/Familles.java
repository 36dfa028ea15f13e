package fr.entecole.annuaire;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.noms.Enseignant;
import fr.entecole.annuaire.noms.Enseignants;
import fr.entecole.annuaire.noms.Lien;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.annuaire.noms.Telephone;
import fr.entecole.socle.Colonnes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Classes with their pupils and each pupil's guardians, as those who teach or direct them may see them: one statement,
/// always found through who is looking. A guardian kept out by a restriction is nowhere here, and nothing says so.
///
/// For the head of a school, its pupils in no class make one more class, the last, which has the school's own id.
@Component
public class Familles {

    private static final String CLASSES = """
            with la_classe as materialized (
                select c.id as classe_id, c.libelle, c.structure_id, coalesce(s.nom_usage, s.nom_courant) as nom_courant,
                       co.nom as commune, s.telephone as telephone_ecole, en.enseignants
                  from annuaire.classe c
                  join annuaire.structure s on s.id = c.structure_id
                  join annuaire.ouverte o on o.ecole_id = s.id
                  left join annuaire.commune co on co.insee = s.commune_insee
                 cross join lateral annuaire.enseignants(c.id) en
                 where c.archivee_le is null and c.id = any(array(
                       select k.id from annuaire.classe k join annuaire.dirige d on d.ecole_id = k.structure_id
                        where d.personnel_id = :personnel and (k.structure_id = :ecole::uuid or k.id = :classe::uuid)
                       union all
                       select n.classe_id from annuaire.enseigne n
                        where n.personnel_id = :personnel and n.classe_id = :classe::uuid))
                union all
                select s.id, null, s.id, coalesce(s.nom_usage, s.nom_courant), co.nom, s.telephone, null
                  from annuaire.structure s
                  join annuaire.dirige d on d.ecole_id = s.id and d.personnel_id = :personnel
                  left join annuaire.commune co on co.insee = s.commune_insee
                 where s.id in (:ecole::uuid, :classe::uuid)),
            les_inscrits as materialized (
                select k.classe_id, i.eleve_id from la_classe k
                  join annuaire.inscrit i on i.classe_id = k.classe_id
                union all
                select k.classe_id, n.eleve_id from la_classe k
                  join annuaire.sans_classe n on n.ecole_id = k.classe_id)
            select k.*, e.id as eleve_id, e.prenom, e.nom, e.niveau, e.niveau_code, e.date_naissance,
                   r.id as responsable_id, r.civilite, r.prenom as r_prenom, r.nom as r_nom, a.code,
                   r.telephone_mobile, r.telephone_domicile, r.telephone_travail,
                   exists (select 1 from annuaire.a_remettre(:jour) m where m.eleve_id = e.id) as remise
              from la_classe k
              left join les_inscrits i on i.classe_id = k.classe_id
              left join annuaire.eleve e on e.id = i.eleve_id
              left join annuaire.autorite(:jour) a on a.eleve_id = e.id
              left join annuaire.responsable r on r.id = a.responsable_id and r.suspendu_le is null
             order by k.libelle is null, min(e.niveau_code) over (partition by k.classe_id), k.libelle, k.classe_id,
                      e.nom collate "fr-x-icu", e.prenom collate "fr-x-icu", e.id, a.code, r.id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Familles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// One class, if this member of staff teaches it or directs its school; the pupils in no class of a school, by its
    /// id, if they direct it.
    public Optional<Classe> classe(UUID classe, UUID personnel) {
        return read(personnel, classe, null).stream().findFirst();
    }

    /// All classes of a school, if this member of staff directs it, then its pupils in no class where there are any.
    public List<Classe> ofEcole(UUID ecole, UUID personnel) {
        return read(personnel, null, ecole).stream()
                .filter(c -> !c.sansClasse() || !c.eleves().isEmpty())
                .toList();
    }

    private List<Classe> read(UUID personnel, @Nullable UUID une, @Nullable UUID ecole) {
        Map<UUID, Classe> classes = new LinkedHashMap<>();
        Map<UUID, Eleve> eleves = new LinkedHashMap<>();
        jdbc.sql(CLASSES)
                .param("personnel", personnel)
                .param("classe", une)
                .param("ecole", ecole)
                .param("jour", LocalDate.now(clock))
                .query(rs -> {
                    var id = Colonnes.uuid(rs, "classe_id");
                    var classe = classes.get(id);
                    if (classe == null) {
                        classe = classe(id, rs);
                        classes.put(id, classe);
                        eleves.clear();
                    }
                    if (rs.getObject("eleve_id") != null) {
                        add(rs, classe, eleves);
                    }
                });
        return List.copyOf(classes.values());
    }

    private static void add(ResultSet rs, Classe classe, Map<UUID, Eleve> eleves) throws SQLException {
        var id = Colonnes.uuid(rs, "eleve_id");
        var eleve = eleves.get(id);
        if (eleve == null) {
            eleve = new Eleve(
                    id,
                    Noms.personne(rs.getString("prenom")),
                    Noms.personne(rs.getString("nom")),
                    rs.getString("niveau"),
                    Objects.requireNonNull(rs.getObject("date_naissance", LocalDate.class)),
                    rs.getBoolean("remise"),
                    new ArrayList<>());
            eleves.put(id, eleve);
            classe.eleves().add(eleve);
        }
        if (rs.getObject("responsable_id") != null) {
            eleve.responsables().add(responsable(rs));
        }
    }

    private static Classe classe(UUID id, ResultSet rs) throws SQLException {
        var enseignants = Enseignants.read(rs);
        var commune = rs.getString("commune");
        var libelle = rs.getString("libelle");
        return new Classe(
                id,
                libelle == null ? t("Sans classe") : Noms.classe(libelle, enseignants),
                Colonnes.uuid(rs, "structure_id"),
                Noms.ecole(rs.getString("nom_courant"), commune),
                commune == null ? "" : Noms.commune(commune),
                rs.getString("telephone_ecole"),
                Enseignant.joined(enseignants),
                new ArrayList<>());
    }

    private static Responsable responsable(ResultSet rs) throws SQLException {
        var prenom = rs.getString("r_prenom");
        boolean organisme = prenom.equalsIgnoreCase("organisme");
        return new Responsable(
                Colonnes.uuid(rs, "responsable_id"),
                rs.getString("civilite"),
                organisme ? "" : Noms.personne(prenom),
                organisme ? Noms.organisme(rs.getString("r_nom")) : Noms.personne(rs.getString("r_nom")),
                organisme,
                rs.getString("code"),
                telephones(rs));
    }

    /// The numbers of someone, as people write them.
    public static List<String> affiches(Responsable responsable) {
        return responsable.telephones().stream().map(Telephone::affiche).toList();
    }

    public static List<String> telephones(ResultSet rs) throws SQLException {
        return Stream.of(
                        rs.getString("telephone_mobile"),
                        rs.getString("telephone_domicile"),
                        rs.getString("telephone_travail"))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /// @param avec its teachers, as families name them: "Mme Estève et M. Faure"; empty when nobody is attached
    /// @param eleves sorted as a French list is
    public record Classe(
            UUID id,
            String libelle,
            UUID ecoleId,
            String ecole,
            String commune,
            @Nullable String telephone,
            String avec,
            List<Eleve> eleves) {

        /// The pupils of the school who are in no class.
        public boolean sansClasse() {
            return id.equals(ecoleId);
        }

        /// The school's number as people write it.
        public @Nullable String numero() {
            return telephone == null || telephone.isBlank() ? null : Telephone.affiche(telephone);
        }

        /// The level of all, or null where there are several.
        public @Nullable String niveau() {
            var niveaux = eleves.stream().map(Eleve::niveau).distinct().toList();
            return niveaux.size() == 1 ? niveaux.getFirst() : null;
        }

        /// Another pupil of the class bears the same name: a list then shows the date of birth.
        public boolean homonyme(Eleve eleve) {
            return eleves.stream()
                            .filter(e -> Noms.plain(e.nomComplet()).equals(Noms.plain(eleve.nomComplet())))
                            .count()
                    > 1;
        }
    }

    /// @param remise whoever comes for the child is to see the head; nothing says why
    public record Eleve(
            UUID id,
            String prenom,
            String nom,
            @Nullable String niveau,
            LocalDate naissance,
            boolean remise,
            List<Responsable> responsables) {

        public String nomComplet() {
            return (prenom + " " + nom).strip();
        }
    }

    /// @param organisme a body that answers for the child: it has no account
    /// @param code the feed's code of the link (AAF 1D, reference §6.2)
    /// @param telephones as typed in ONDE: mobile, home, work
    public record Responsable(
            UUID id,
            @Nullable String civilite,
            String prenom,
            String nom,
            boolean organisme,
            String code,
            List<String> telephones) {

        public String nomComplet() {
            return (prenom + " " + nom).strip();
        }

        /// What they are to the child: "mère".
        public String lien() {
            return Lien.words(code);
        }
    }
}
