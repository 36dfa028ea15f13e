package fr.entecole.annuaire.corrections;

import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The departures that a school said, as long as its pupils can come back as the same ones, and what one would take
/// with it.
@Component
class LectureDesDeparts {

    private static final int MOST = 100;

    private final JdbcClient jdbc;

    LectureDesDeparts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Parti(UUID id, String nom, LocalDate dernierJour, String motif, String dit, String par) {}

    List<Parti> of(UUID ecole) {
        return jdbc.sql("""
                        select d.id, e.prenom, e.nom, d.dernier_jour, d.motif,
                               (d.dit_le at time zone 'Europe/Paris')::date as dit, p.prenom as p_prenom, p.nom as p_nom
                          from annuaire.depart d
                          join annuaire.eleve e on e.id = d.eleve_id and e.suspendu_le = d.dit_le and e.aaf_id is null
                               and e.structure_id = d.ecole_id
                          left join annuaire.personnel p on p.id = d.auteur_personnel_id
                         where d.ecole_id = :ecole and d.annule_le is null
                         order by d.dit_le desc limit :most
                        """)
                .param("ecole", ecole)
                .param("most", MOST)
                .query((rs, _) -> new Parti(
                        Colonnes.uuid(rs, "id"),
                        Noms.complet(rs.getString("prenom"), rs.getString("nom")),
                        Objects.requireNonNull(rs.getObject("dernier_jour", LocalDate.class)),
                        String.valueOf(rs.getString("motif")),
                        Dates.words(Objects.requireNonNull(rs.getObject("dit", LocalDate.class))),
                        Noms.complet(
                                Objects.requireNonNullElse(rs.getString("p_prenom"), ""),
                                Objects.requireNonNullElse(rs.getString("p_nom"), ""))))
                .list();
    }

    /// The guardians whose only child this is, and whom no feed brings: their accounts close too.
    List<String> alone(UUID eleve) {
        return jdbc.sql("""
                        select r.prenom, r.nom from annuaire.lien l
                          join annuaire.responsable r on r.id = l.responsable_id and r.suspendu_le is null
                         where l.eleve_id = :eleve and l.retire_le is null and r.aaf_id is null
                           and not exists (select 1 from annuaire.lien o
                                             join annuaire.eleve e on e.id = o.eleve_id and e.suspendu_le is null
                                            where o.responsable_id = r.id and o.retire_le is null
                                              and o.eleve_id <> :eleve)
                         order by r.nom, r.prenom, r.id
                        """)
                .param("eleve", eleve)
                .query((rs, _) -> Noms.complet(rs.getString("prenom"), rs.getString("nom")))
                .list();
    }
}
