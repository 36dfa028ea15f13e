package fr.entecole.presences;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.memoire.Question;
import fr.entecole.socle.memoire.Souvenirs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A child who has missed four half-days or more without legitimate reason in a calendar month (R131-7), of those for
/// whom instruction is compulsory: from the year in which they are three (L131-1), so not in TPS.
///
/// @param mois its first day
/// @param combien half-days without legitimate reason, those without answer among them
/// @param suivi when something was last done about it since the fourth, or it was said why nothing is; null: it waits
public record Seuil(
        UUID ecole,
        UUID eleve,
        String nom,
        LocalDate mois,
        int combien,
        int sansReponse,
        @Nullable LocalDate suivi) {

    /// Code de l'éducation, R131-7.
    public static final int QUATRE = 4;

    private static final String SQL = """
            with absence as (
                select l.ecole_id, l.eleve_id, l.jour, l.moment, l.mois,
                       (select d.sens from presences.decision d
                         where d.ecole_id = l.ecole_id and d.eleve_id = l.eleve_id and d.jour = l.jour and d.moment = l.moment
                         order by d.decidee_le desc, d.id desc limit 1) as sens,
                       (select bool_or(x.motif = any(:legitimes)) from presences.excuse x
                         where x.ecole_id = l.ecole_id and x.eleve_id = l.eleve_id and x.retiree_le is null
                           and x.du <= l.jour and x.au >= l.jour
                           and (x.moment is null or x.moment = l.moment)
                           and (x.jour_semaine is null or x.jour_semaine = extract(isodow from l.jour))) as excusee
                  from (select m.*, count(*) over (partition by m.ecole_id, m.eleve_id, m.mois) as toutes
                          from (select b.ecole_id, b.eleve_id, b.jour, b.moment,
                                       date_trunc('month', b.jour::timestamp)::date as mois
                                  from presences.absence b
                                 where b.ecole_id = any(:ecoles) and b.jour >= :du and b.jour < :apres) m) l
                 where l.toutes >= :seuil),
            nue as (
                select a.*, row_number() over (partition by a.ecole_id, a.eleve_id, a.mois
                                               order by a.jour, a.moment desc) as rang
                  from absence a
                 where case coalesce(a.sens, 'LOI') when 'LOI' then not coalesce(a.excusee, false)
                       else a.sens = 'NON_LEGITIME' end),
            atteint as (
                select n.ecole_id, n.eleve_id, n.mois, count(*) as combien,
                       count(*) filter (where n.excusee is null and coalesce(n.sens, 'LOI') = 'LOI') as muettes,
                       min(n.jour) filter (where n.rang = :seuil) as depuis
                  from nue n group by n.ecole_id, n.eleve_id, n.mois
                having count(*) >= :seuil)
            select a.ecole_id, a.eleve_id, t.prenom, t.nom, a.mois, a.combien, a.muettes,
                   (select max(e.jour) from presences.etape e
                     where e.ecole_id = a.ecole_id and e.eleve_id = a.eleve_id and e.mois = a.mois
                       and (e.sorte = 'SANS_SUITE' or e.jour >= a.depuis)) as suivi
              from atteint a
              join presences.nom t on t.ecole_id = a.ecole_id and t.eleve_id = a.eleve_id and t.annee = :annee
             where t.niveau <> 'TPS' and t.oublie_le is null
             order by a.mois, a.combien desc, t.nom, t.prenom
            """;

    /// In that month.
    public static Lecture<List<Seuil>> lecture(Collection<UUID> ecoles, LocalDate mois) {
        return Lecture.of(SQL, parametres(ecoles, mois, mois), Seuil::seuil);
    }

    /// Of whom nothing is done yet, since the school year began.
    public static Lecture<List<Seuil>> waiting(Collection<UUID> ecoles, LocalDate today) {
        return Lecture.of(SQL, sinceRentree(ecoles, today), Seuil::seuil).map(Seuil::undone);
    }

    /// The same, of the schools that a head directs: what a node remembers.
    static Lecture<List<Seuil>> forHome(Souvenirs souvenirs, Utilisateur head, LocalDate today) {
        var ecoles = Perimetre.of(head).ecolesDirected();
        return souvenirs
                .of(
                        head,
                        today,
                        SQL,
                        () -> new Question<>(
                                Question.mots("absences", ecoles.toArray(UUID[]::new)),
                                sinceRentree(ecoles, today),
                                Seuil::seuil))
                .map(Seuil::undone);
    }

    private static List<Seuil> undone(List<Seuil> reached) {
        return reached.stream().filter(Seuil::waits).toList();
    }

    public boolean waits() {
        return suivi == null;
    }

    private static Map<String, Object> sinceRentree(Collection<UUID> ecoles, LocalDate today) {
        return parametres(ecoles, AnneeScolaire.of(today).debut(), today.withDayOfMonth(1));
    }

    private static Map<String, Object> parametres(Collection<UUID> ecoles, LocalDate premier, LocalDate dernier) {
        return Map.of(
                "ecoles",
                ecoles.toArray(UUID[]::new),
                "du",
                premier,
                "apres",
                dernier.plusMonths(1),
                "annee",
                AnneeScolaire.of(premier).rentree(),
                "seuil",
                QUATRE,
                "legitimes",
                Arrays.stream(Motif.values())
                        .filter(Motif::legitime)
                        .map(Enum::name)
                        .toArray(String[]::new));
    }

    private static Seuil seuil(ResultSet rs, int row) throws SQLException {
        return new Seuil(
                Colonnes.uuid(rs, "ecole_id"),
                Colonnes.uuid(rs, "eleve_id"),
                Appellations.personne(rs.getString("prenom"), rs.getString("nom")),
                Objects.requireNonNull(rs.getObject("mois", LocalDate.class)),
                rs.getInt("combien"),
                rs.getInt("muettes"),
                rs.getObject("suivi", LocalDate.class));
    }
}
