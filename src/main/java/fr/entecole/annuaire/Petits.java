package fr.entecole.annuaire;

import fr.entecole.annuaire.noms.Enseignants;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.annuaire.noms.Prenom;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Embleme;
import fr.entecole.socle.Registre;
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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The children who do not read yet, or begin to (TPS to CE1): by their class, for the one who teaches it, with the
/// picture of each; and by their guardian. Always found through who is looking.
@Component
public class Petits {

    private static final String CLASSE = """
            with la_classe as materialized (
                select c.id as classe_id, c.libelle, c.structure_id,
                       coalesce(s.nom_usage, s.nom_courant) as nom_courant, co.nom as commune, en.enseignants
                  from annuaire.enseigne k
                  join annuaire.classe c on c.id = k.classe_id
                  join annuaire.structure s on s.id = c.structure_id
                  left join annuaire.commune co on co.insee = s.commune_insee
                 cross join lateral annuaire.enseignants(c.id) en
                 where k.personnel_id = :personnel and (:classe::uuid is null or k.classe_id = :classe::uuid))
            select k.*, e.id as eleve_id, e.prenom, e.nom, e.niveau, e.date_naissance, m.image, m.lettre
              from la_classe k
              left join annuaire.inscrit i on i.classe_id = k.classe_id
              left join annuaire.eleve e on e.id = i.eleve_id
              left join annuaire.embleme m on m.classe_id = k.classe_id and m.eleve_id = e.id
             order by k.libelle, k.classe_id, e.prenom collate "fr-x-icu", e.nom collate "fr-x-icu", e.id
            """;

    private final JdbcClient jdbc;
    private final Emblemes emblemes;
    private final Clock clock;

    Petits(JdbcClient jdbc, Emblemes emblemes, Clock clock) {
        this.jdbc = jdbc;
        this.emblemes = emblemes;
        this.clock = clock;
    }

    /// The classes that this member of staff teaches today and that have such children.
    public List<Classe> classes(UUID personnel) {
        return read(personnel, null).stream().filter(c -> !c.petits().isEmpty()).toList();
    }

    /// One class, if this member of staff teaches it today; every child has a picture.
    public Optional<Classe> classe(UUID classe, UUID personnel) {
        var found = one(classe, personnel);
        if (found.isPresent() && found.get().petits().stream().anyMatch(p -> p.embleme() == null)) {
            emblemes.assign(classe);
            return one(classe, personnel);
        }
        return found;
    }

    /// Whether this child is still in the class, and the class still this teacher's.
    public boolean present(UUID classe, UUID personnel, UUID eleve) {
        return jdbc.sql("""
                        select exists (select 1 from annuaire.instruit k
                                         join annuaire.eleve e on e.id = k.eleve_id
                                        where k.personnel_id = :personnel and k.classe_id = :classe
                                          and e.id = :eleve and annuaire.petit(e.niveau))
                        """)
                .param("personnel", personnel)
                .param("classe", classe)
                .param("eleve", eleve)
                .query((rs, _) -> rs.getBoolean(1))
                .single();
    }

    /// The young children of a guardian, the eldest first.
    ///
    /// @param responsables all whom the directory knows this guardian as
    public List<Enfant> ofResponsables(Set<UUID> responsables) {
        return jdbc.sql("""
                        select distinct e.id, e.prenom, e.nom, e.date_naissance from annuaire.famille(:jour) f
                          join annuaire.eleve e on e.id = f.eleve_id
                         where f.nature = 'RESPONSABLE' and f.personne_id in (:responsables) and annuaire.petit(f.niveau)
                         order by e.date_naissance, e.prenom, e.id
                        """)
                .param("jour", LocalDate.now(clock))
                .param("responsables", responsables)
                .query((rs, _) -> new Enfant(
                        Colonnes.uuid(rs, "id"),
                        Noms.personne(rs.getString("prenom")),
                        Noms.personne(rs.getString("nom"))))
                .list();
    }

    private Optional<Classe> one(UUID classe, UUID personnel) {
        return read(personnel, classe).stream().findFirst();
    }

    private List<Classe> read(UUID personnel, @Nullable UUID une) {
        Map<UUID, Classe> classes = new LinkedHashMap<>();
        jdbc.sql(CLASSE).param("personnel", personnel).param("classe", une).query(rs -> {
            var id = Colonnes.uuid(rs, "classe_id");
            var classe = classes.get(id);
            if (classe == null) {
                classe = classe(id, rs);
                classes.put(id, classe);
            }
            if (rs.getObject("eleve_id") != null) {
                classe.eleves().add(petit(rs));
            }
        });
        return List.copyOf(classes.values());
    }

    private static Classe classe(UUID id, ResultSet rs) throws SQLException {
        var enseignants = Enseignants.read(rs);
        return new Classe(
                id,
                Noms.classe(rs.getString("libelle"), enseignants),
                Colonnes.uuid(rs, "structure_id"),
                Noms.ecole(rs.getString("nom_courant"), rs.getString("commune")),
                new ArrayList<>());
    }

    private static Petit petit(ResultSet rs) throws SQLException {
        var image = rs.getString("image");
        return new Petit(
                Colonnes.uuid(rs, "eleve_id"),
                Noms.personne(rs.getString("prenom")),
                Noms.personne(rs.getString("nom")),
                rs.getString("niveau"),
                Objects.requireNonNull(rs.getObject("date_naissance", LocalDate.class)),
                image == null ? null : new Embleme(image, Objects.requireNonNullElse(rs.getString("lettre"), "")));
    }

    /// @param eleves all of the class, whatever their level
    public record Classe(UUID id, String libelle, UUID ecoleId, String ecole, List<Petit> eleves) {

        public List<Petit> petits() {
            return eleves.stream()
                    .filter(e -> Registre.ofNiveau(e.niveau()).petits())
                    .toList();
        }

        /// Some of the class read, and come in by themselves.
        public boolean mixte() {
            return petits().size() < eleves.size();
        }

        public Optional<Etiquette> etiquette(UUID eleve) {
            return etiquettes().stream().filter(e -> e.id().equals(eleve)).findFirst();
        }

        /// What stands under each picture: the first name, and what tells two who share it apart.
        public List<Etiquette> etiquettes() {
            var said = Prenom.asChildrenSay(petits().stream()
                    .map(p -> new Prenom(p.id(), p.prenom(), p.nom(), p.naissance()))
                    .toList());
            return petits().stream()
                    .map(p -> new Etiquette(
                            p.id(), said.getOrDefault(p.id(), p.prenom()), Objects.requireNonNull(p.embleme())))
                    .toList();
        }
    }

    public record Petit(
            UUID id,
            String prenom,
            String nom,
            @Nullable String niveau,
            LocalDate naissance,
            @Nullable Embleme embleme) {}

    public record Etiquette(UUID id, String nom, Embleme embleme) {}

    public record Enfant(UUID id, String prenom, String nom) {}
}
