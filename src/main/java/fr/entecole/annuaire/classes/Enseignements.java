package fr.entecole.annuaire.classes;

import fr.entecole.annuaire.declarations.ActeAnnuaire;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who teaches which class: attached and detached by the head of the school or the region's administrator. No feed says
/// it and none changes it; a class may have several teachers. What is asked and is not theirs changes nothing.
@Component
@Transactional
class Enseignements {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Journal journal;

    Enseignements(JdbcClient jdbc, Clock clock, Journal journal) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.journal = journal;
    }

    /// What the teacher had asked for this class is answered by it.
    ///
    /// @return whether the class, its school and this teacher of it were found; twice is as good as once
    boolean attach(UUID ecole, UUID classe, UUID personnel, Utilisateur par) {
        var found = jdbc.sql("""
                        select c.id from annuaire.classe c
                          join annuaire.peut_enseigner p on p.ecole_id = c.structure_id and p.personnel_id = :personnel
                         where c.id = :classe and c.structure_id = :ecole and c.archivee_le is null
                           and (:partout or exists (select 1 from annuaire.dirige q
                                                   where q.personnel_id = :qui and q.ecole_id = c.structure_id))
                        """)
                .param("partout", DirectionAccess.everywhere(par))
                .param("classe", classe)
                .param("ecole", ecole)
                .param("personnel", personnel)
                .param("qui", par.personneId())
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .optional();
        if (found.isEmpty()) {
            return false;
        }
        jdbc.sql("""
                        update annuaire.demande_classe
                           set decidee_le = :maintenant, decision = 'CONFIRMEE', decidee_par = :par
                         where classe_id = :classe and personnel_id = :personnel and decidee_le is null
                        """)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("classe", classe)
                .param("personnel", personnel)
                .param("par", par.compteId())
                .update();
        link(ecole, classe, personnel, par);
        return true;
    }

    private void link(UUID ecole, UUID classe, UUID personnel, Utilisateur par) {
        int added = jdbc.sql("""
                        insert into annuaire.enseignement (personnel_id, classe_id, depuis, ajoute_par)
                        values (:personnel, :classe, :jour, :par) on conflict do nothing
                        """)
                .param("jour", LocalDate.now(clock))
                .param("personnel", personnel)
                .param("classe", classe)
                .param("par", par.personneId().toString())
                .update();
        if (added > 0) {
            trace(ActeAnnuaire.CLASSE_RATTACHEE, ecole, classe, personnel, par);
        }
    }

    /// @return whether there was such a link in a school of theirs
    boolean detach(UUID ecole, UUID classe, UUID personnel, Utilisateur par) {
        int removed = jdbc.sql("""
                        update annuaire.enseignement n set fini_le = greatest(n.depuis, :jour), fini_par = :par
                          from annuaire.classe c
                         where n.classe_id = :classe and n.personnel_id = :personnel and n.fini_le is null
                           and c.id = n.classe_id and c.structure_id = :ecole
                           and (:partout or exists (select 1 from annuaire.dirige q
                                                   where q.personnel_id = :qui and q.ecole_id = c.structure_id))
                        """)
                .param("jour", LocalDate.now(clock))
                .param("par", par.personneId().toString())
                .param("partout", DirectionAccess.everywhere(par))
                .param("classe", classe)
                .param("ecole", ecole)
                .param("personnel", personnel)
                .param("qui", par.personneId())
                .update();
        if (removed > 0) {
            trace(ActeAnnuaire.CLASSE_DETACHEE, ecole, classe, personnel, par);
        }
        return removed > 0;
    }

    /// Answers a teacher who says that a class is theirs.
    ///
    /// @param mot what the head tells the teacher, empty when there is nothing to add
    /// @return whether it still waited for one; empty when the request is none of theirs
    Optional<Boolean> answer(UUID demande, boolean confirmed, String mot, Utilisateur par) {
        var ecole = jdbc.sql("""
                        select c.structure_id from annuaire.demande_classe d
                          join annuaire.classe c on c.id = d.classe_id
                         where d.id = :demande
                           and (:partout or exists (select 1 from annuaire.dirige q
                                                   where q.personnel_id = :qui and q.ecole_id = c.structure_id))
                        """)
                .param("partout", DirectionAccess.everywhere(par))
                .param("demande", demande)
                .param("qui", par.personneId())
                .query((rs, _) -> Colonnes.uuid(rs, "structure_id"))
                .optional();
        return ecole.map(id -> settle(demande, confirmed, mot, par)
                .map(pair -> {
                    if (confirmed) {
                        link(id, pair.classe(), pair.personnel(), par);
                    } else {
                        trace(ActeAnnuaire.CLASSE_REFUSEE, id, pair.classe(), pair.personnel(), par);
                    }
                    return true;
                })
                .orElse(false));
    }

    private Optional<Pair> settle(UUID demande, boolean confirmed, String mot, Utilisateur par) {
        return jdbc.sql("""
                        update annuaire.demande_classe d
                           set decidee_le = :maintenant, decision = :decision, decidee_par = :par, mot = nullif(:mot, '')
                          from annuaire.classe c
                         where d.id = :demande and d.decidee_le is null and c.id = d.classe_id
                           and c.archivee_le is null
                           and exists (select 1 from annuaire.equipe q
                                        where q.personne_id = d.personnel_id and q.ecole_id = c.structure_id)
                        returning d.classe_id, d.personnel_id
                        """)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("demande", demande)
                .param("decision", confirmed ? "CONFIRMEE" : "REFUSEE")
                .param("par", par.compteId())
                .param("mot", mot)
                .query((rs, _) -> new Pair(Colonnes.uuid(rs, "classe_id"), Colonnes.uuid(rs, "personnel_id")))
                .optional();
    }

    private void trace(ActeAnnuaire acte, UUID ecole, UUID classe, UUID personnel, Utilisateur par) {
        journal.record(Fait.of(acte, classe)
                .by(par.compteId())
                .inEcole(ecole)
                .with(Map.of("personnel", personnel.toString())));
    }

    private record Pair(UUID classe, UUID personnel) {}
}
