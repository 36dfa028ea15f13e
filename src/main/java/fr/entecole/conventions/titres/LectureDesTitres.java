package fr.entecole.conventions.titres;

import fr.entecole.conventions.regles.Montant;
import fr.entecole.socle.Colonnes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads titres with what was paid of them, in one statement whatever their number.
@Component
public class LectureDesTitres {

    private static final String TITRES = """
            select t.*, c.numero as convention, a.exercice as annule_exercice, a.numero as annule_numero,
                   x.exercice as annulation_exercice, x.numero as annulation_numero, coalesce(y.nouvelle_insee, t.commune_insee) as commune,
                   coalesce((select sum(p.montant) from conventions.paiement p where p.titre_id = t.id), 0) as paye,
                   coalesce((select k.motif from conventions.contestation k where k.titre_id = t.id
                              order by k.id desc limit 1), '') as conteste,
                   coalesce((select r.motif from conventions.reponse r
                              where r.contestation_id = (select k.id from conventions.contestation k where k.titre_id = t.id
                                                          order by k.id desc limit 1)), '') as reponse
              from conventions.titre t join conventions.convention c on c.id = t.convention_id
              left join conventions.titre a on a.id = t.annule_id
              left join conventions.titre x on x.annule_id = t.id
              left join conventions.succession_dite y on y.commune_insee = t.commune_insee
             where %s
            """;

    private final JdbcClient jdbc;

    LectureDesTitres(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Titre> ofConvention(UUID convention) {
        return jdbc.sql(TITRES.formatted("t.convention_id = :id order by t.exercice, t.numero"))
                .param("id", convention)
                .query(LectureDesTitres::titre)
                .list();
    }

    public List<Titre> ofAnnee(int annee) {
        return jdbc.sql(TITRES.formatted("t.annee = :annee order by t.exercice, t.numero"))
                .param("annee", annee)
                .query(LectureDesTitres::titre)
                .list();
    }

    /// The payment that was read before under the reference of one of these, and is another.
    Optional<Paiement> otherwise(Collection<Paiement> lignes) {
        return jdbc.sql("""
                        select p.reference, p.numero, p.montant, p.jour from conventions.paiement p
                          join unnest(:references::text[], :numeros::text[], :montants::bigint[], :jours::date[])
                               as l (reference, numero, montant, jour) using (reference)
                         where (p.numero, p.montant, p.jour) is distinct from (l.numero, l.montant, l.jour)
                         order by p.reference limit 1
                        """)
                .param("references", lignes.stream().map(Paiement::reference).toArray(String[]::new))
                .param("numeros", lignes.stream().map(Paiement::numero).toArray(String[]::new))
                .param(
                        "montants",
                        lignes.stream().map(l -> (long) l.montant().centimes()).toArray(Long[]::new))
                .param("jours", lignes.stream().map(l -> l.jour().toString()).toArray(String[]::new))
                .query((rs, _) -> new Paiement(
                        Objects.requireNonNull(rs.getString("reference")),
                        Objects.requireNonNull(rs.getString("numero")),
                        new Montant(rs.getLong("montant")),
                        Objects.requireNonNull(rs.getObject("jour", LocalDate.class))))
                .optional();
    }

    Optional<Titre> one(UUID id) {
        return jdbc.sql(TITRES.formatted("t.id = :id"))
                .param("id", id)
                .query(LectureDesTitres::titre)
                .optional();
    }

    /// Payments that bear the number of no titre.
    List<Paiement> unknown() {
        return jdbc.sql("""
                        select reference, numero, montant, jour from conventions.paiement
                         where titre_id is null order by jour, reference limit 200
                        """)
                .query((rs, _) -> new Paiement(
                        Objects.requireNonNull(rs.getString("reference")),
                        Objects.requireNonNull(rs.getString("numero")),
                        new Montant(rs.getLong("montant")),
                        Objects.requireNonNull(rs.getObject("jour", LocalDate.class))))
                .list();
    }

    private static Titre titre(ResultSet rs, int row) throws SQLException {
        return new Titre(
                Colonnes.uuid(rs, "id"),
                Objects.requireNonNull(rs.getString("commune_insee")),
                Objects.requireNonNull(rs.getString("commune")),
                Colonnes.uuid(rs, "convention_id"),
                Objects.requireNonNull(rs.getString("convention")),
                rs.getInt("annee"),
                rs.getInt("exercice"),
                rs.getInt("numero"),
                rs.getObject("annule_id", UUID.class),
                reference(rs, "annule"),
                reference(rs, "annulation"),
                new Montant(rs.getLong("montant")),
                new Montant(rs.getLong("prix")),
                Objects.requireNonNull(rs.getString("denomination")),
                Objects.requireNonNull(rs.getString("siret")),
                Colonnes.strings(rs, "uais"),
                Objects.requireNonNull(rs.getString("motif")),
                Objects.requireNonNull(rs.getObject("emis_le", OffsetDateTime.class))
                        .toInstant(),
                new Montant(rs.getLong("paye")),
                Objects.requireNonNull(rs.getString("conteste")),
                Objects.requireNonNull(rs.getString("reponse")));
    }

    private static String reference(ResultSet rs, String quel) throws SQLException {
        int exercice = rs.getInt(quel + "_exercice");
        return exercice == 0 ? "" : Titre.reference(exercice, rs.getInt(quel + "_numero"));
    }

    /// A line of the accounting system.
    ///
    /// @param reference its own, by which it is read once
    /// @param numero of the titre, as the line says it
    public record Paiement(String reference, String numero, Montant montant, LocalDate jour) {}
}
