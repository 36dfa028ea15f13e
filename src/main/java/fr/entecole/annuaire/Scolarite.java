package fr.entecole.annuaire;

import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Colonnes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was, and since when: the classes of a pupil year by year, who was in a class on a day and who taught it. Days
/// are those of the batches and of the gestures that said so; people who have been forgotten are in no past either.
///
/// It answers about anyone: who may ask is judged by the caller, by what the directory says of today.
@Component
public class Scolarite {

    private static final String PASSAGES = """
            select c.id, c.libelle, c.structure_id, c.annee, coalesce(ec.entree_le, ec.depuis) as depuis, ec.fini_le
              from annuaire.eleve_classe ec join annuaire.classe c on c.id = ec.classe_id
             where ec.eleve_id = :eleve and (:annee::int is null or c.annee = :annee)
             order by c.annee desc, depuis desc, c.libelle
            """;

    private final JdbcClient jdbc;

    Scolarite(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// All classes of a pupil, those of today with them, the last first.
    public List<Passage> of(UUID eleve) {
        return passages(eleve, null);
    }

    /// The classes of one year; several where the pupil went from one to another.
    public List<Passage> of(UUID eleve, AnneeScolaire annee) {
        return passages(eleve, annee.rentree());
    }

    private List<Passage> passages(UUID eleve, @Nullable Integer annee) {
        return jdbc.sql(PASSAGES)
                .param("eleve", eleve)
                .param("annee", annee)
                .query(Scolarite::passage)
                .list();
    }

    private static Passage passage(ResultSet rs, int row) throws SQLException {
        return new Passage(
                Colonnes.uuid(rs, "id"),
                Noms.classe(rs.getString("libelle"), List.of()),
                Colonnes.uuid(rs, "structure_id"),
                new AnneeScolaire(rs.getInt("annee")),
                Objects.requireNonNull(rs.getObject("depuis", LocalDate.class)),
                rs.getObject("fini_le", LocalDate.class));
    }

    /// @return pupils who were, or are, in this class that day
    public Set<UUID> eleves(UUID classe, LocalDate jour) {
        return ids("select eleve_id from annuaire.etait_inscrit(:jour) where classe_id = :classe", classe, jour);
    }

    /// @return staff who taught, or teach, this class that day, in the order in which they were given it
    public Set<UUID> enseignants(UUID classe, LocalDate jour) {
        return ids(
                "select personnel_id from annuaire.enseignait(:jour) where classe_id = :classe order by depuis, personnel_id",
                classe,
                jour);
    }

    /// Keys of what was published to classes that are over, in which these pupils were to the end, in the school where
    /// they still are: what they were given in June is read in September. Who had left the class before is not there.
    ///
    /// @param eleves children for whom the reader answers today, or the pupil themself
    /// @param qui as whom they read: guardians or pupils
    public List<Cle> clesOfPast(Collection<UUID> eleves, Qui qui) {
        return eleves.isEmpty()
                ? List.of()
                : jdbc
                        .sql("""
                                select distinct c.structure_id, c.id
                                  from annuaire.eleve_classe ec
                                  join annuaire.classe c on c.id = ec.classe_id and c.archivee_le is not null
                                  join annuaire.present p on p.eleve_id = ec.eleve_id and p.ecole_id = c.structure_id
                                 where ec.eleve_id = any(:eleves)
                                   and (ec.fini_le is null
                                        or ec.fini_le >= (c.archivee_le at time zone 'Europe/Paris')::date)
                                """)
                        .param("eleves", eleves.toArray(UUID[]::new))
                        .query((rs, _) -> Public.ofClasse(
                                        Colonnes.uuid(rs, "structure_id"), Colonnes.uuid(rs, "id"), qui)
                                .cles())
                        .list()
                        .stream()
                        .flatMap(Set::stream)
                        .toList();
    }

    private Set<UUID> ids(String sql, UUID classe, LocalDate jour) {
        return new LinkedHashSet<>(jdbc.sql(sql)
                .param("classe", classe)
                .param("jour", jour)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list());
    }

    /// Since when this member of staff has been given this class without a break; empty when they have not.
    public Optional<LocalDate> enseigneDepuis(UUID personnel, UUID classe) {
        return jdbc.sql("""
                        select depuis from annuaire.enseignement
                         where personnel_id = :personnel and classe_id = :classe and fini_le is null
                        """)
                .param("personnel", personnel)
                .param("classe", classe)
                .query((rs, _) -> rs.getObject("depuis", LocalDate.class))
                .optional();
    }

    /// A stay of a pupil in a class.
    ///
    /// @param fini first day on which they were there no more; null while they are
    public record Passage(
            UUID classe,
            String libelle,
            UUID ecole,
            AnneeScolaire annee,
            LocalDate depuis,
            @Nullable LocalDate fini) {}
}
