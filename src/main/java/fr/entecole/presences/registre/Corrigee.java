package fr.entecole.presences.registre;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.presences.Dit;
import fr.entecole.presences.Etat;
import fr.entecole.presences.Lignes;
import fr.entecole.presences.Mots;
import fr.entecole.socle.Dates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;

/// What a version of a roll changed of a child after it was first called: who, when, before and after.
///
/// @param nom as the register has it; empty where it has none any more
/// @param motif why a signed month was changed, empty elsewhere
record Corrigee(DemiJournee demi, String nom, Dit avant, Dit apres, String auteur, Instant faitLe, String motif) {

    static final String MOIS = """
            select a.jour, a.moment, a.motif, a.auteur, a.fait_le, e.prenom, e.nom, l.etat, l.arrive, l.parti,
                   coalesce(b.etat, case when exists (
                       select 1 from presences.appel p
                         join presences.liste k
                           on k.ecole_id = p.ecole_id and k.classe_id = p.classe_id and k.id = p.liste_id
                        where p.ecole_id = a.ecole_id and p.classe_id = a.classe_id and p.jour = a.jour
                          and p.moment = a.moment and l.eleve_id = any(k.eleves))
                       then 'PRESENT' else 'RETIRE' end) as avant_etat,
                   b.arrive as avant_arrive, b.parti as avant_parti
              from presences.appel a
              join presences.ligne l
                on l.ecole_id = a.ecole_id and l.classe_id = a.classe_id and l.jour = a.jour and l.moment = a.moment
               and l.numero = a.numero
              left join lateral (
                   select q.etat, q.arrive, q.parti from presences.ligne q
                    where q.ecole_id = l.ecole_id and q.classe_id = l.classe_id and q.jour = l.jour
                      and q.moment = l.moment and q.eleve_id = l.eleve_id and q.numero < l.numero
                    order by q.numero desc limit 1) b on true
              left join presences.nom e
                on e.ecole_id = l.ecole_id and e.eleve_id = l.eleve_id and e.annee = :annee
             where a.ecole_id = :ecole and a.classe_id = :classe and a.jour >= :mois and a.jour < :apres
               and a.numero > 1
             order by a.jour, a.moment desc, a.numero, e.nom, e.prenom, l.eleve_id
            """;

    static Corrigee read(ResultSet rs, int row) throws SQLException {
        return new Corrigee(
                Lignes.demi(rs),
                rs.getString("nom") == null
                        ? ""
                        : Appellations.personne("", rs.getString("nom")) + ", "
                                + Appellations.personne(rs.getString("prenom"), ""),
                new Dit(
                        Etat.valueOf(rs.getString("avant_etat")),
                        rs.getObject("avant_arrive", LocalTime.class),
                        rs.getObject("avant_parti", LocalTime.class)),
                Lignes.dit(rs),
                rs.getString("auteur"),
                Lignes.instant(rs, "fait_le"),
                rs.getString("motif"));
    }

    String change() {
        return Mots.change(avant, apres);
    }

    /// « Claire Estève, 16 novembre 2026, 10 h 12 »
    String par() {
        var day = Dates.words(faitLe.atZone(Calendrier.PARIS).toLocalDate());
        return t("{0}, le {1}, {2}", auteur, day, Mots.heure(faitLe));
    }
}
