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
import java.util.UUID;

/// A child who has missed four half-days or more without legitimate reason in a calendar month (R131-7), of those for
/// whom instruction is compulsory: from the year in which they are three (L131-1), so not in TPS.
///
/// @param mois its first day
/// @param combien half-days without legitimate reason, those without answer among them
public record Seuil(UUID ecole, UUID eleve, String nom, LocalDate mois, int combien, int sansReponse) {

    /// Code de l'éducation, R131-7.
    public static final int QUATRE = 4;

    private static final String SQL = """
            with absence as (
                select l.ecole_id, l.eleve_id, l.jour, l.moment,
                       (select d.sens from presences.decision d
                         where d.ecole_id = l.ecole_id and d.eleve_id = l.eleve_id and d.jour = l.jour and d.moment = l.moment
                         order by d.decidee_le desc, d.id desc limit 1) as sens,
                       (select bool_or(x.motif = any(:legitimes)) from presences.excuse x
                         where x.ecole_id = l.ecole_id and x.eleve_id = l.eleve_id and x.retiree_le is null
                           and x.du <= l.jour and x.au >= l.jour
                           and (x.moment is null or x.moment = l.moment)
                           and (x.jour_semaine is null or x.jour_semaine = extract(isodow from l.jour))) as excusee
                  from presences.absence l
                 where l.ecole_id = any(:ecoles) and l.jour >= :mois and l.jour < :apres)
            select a.ecole_id, a.eleve_id, t.prenom, t.nom, count(*) as combien,
                   count(*) filter (where a.excusee is null and coalesce(a.sens, 'LOI') = 'LOI') as muettes
              from absence a
              join presences.nom t on t.ecole_id = a.ecole_id and t.eleve_id = a.eleve_id and t.annee = :annee
             where t.niveau <> 'TPS'
               and case coalesce(a.sens, 'LOI') when 'LOI' then not coalesce(a.excusee, false)
                   else a.sens = 'NON_LEGITIME' end
             group by a.ecole_id, a.eleve_id, t.prenom, t.nom
            having count(*) >= :seuil
             order by count(*) desc, t.nom, t.prenom
            """;

    public static Lecture<List<Seuil>> lecture(Collection<UUID> ecoles, LocalDate mois) {
        return Lecture.of(SQL, parametres(ecoles, mois), (rs, _) -> seuil(rs, mois));
    }

    /// Of the schools that a head directs, this month: what a node remembers.
    static Lecture<List<Seuil>> forHome(Souvenirs souvenirs, Utilisateur head, LocalDate today) {
        var mois = today.withDayOfMonth(1);
        var ecoles = Perimetre.of(head).ecolesDirected();
        return souvenirs.of(
                head,
                today,
                SQL,
                () -> new Question<>(
                        Question.mots("absences", ecoles.toArray(UUID[]::new)),
                        parametres(ecoles, mois),
                        (rs, _) -> seuil(rs, mois)));
    }

    private static Map<String, Object> parametres(Collection<UUID> ecoles, LocalDate mois) {
        return Map.of(
                "ecoles",
                ecoles.toArray(UUID[]::new),
                "mois",
                mois,
                "apres",
                mois.plusMonths(1),
                "annee",
                AnneeScolaire.of(mois).rentree(),
                "seuil",
                QUATRE,
                "legitimes",
                Arrays.stream(Motif.values())
                        .filter(Motif::legitime)
                        .map(Enum::name)
                        .toArray(String[]::new));
    }

    private static Seuil seuil(ResultSet rs, LocalDate mois) throws SQLException {
        return new Seuil(
                Colonnes.uuid(rs, "ecole_id"),
                Colonnes.uuid(rs, "eleve_id"),
                Appellations.personne(rs.getString("prenom"), rs.getString("nom")),
                mois,
                rs.getInt("combien"),
                rs.getInt("muettes"));
    }
}
