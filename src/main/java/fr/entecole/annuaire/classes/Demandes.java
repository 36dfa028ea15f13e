package fr.entecole.annuaire.classes;

import fr.entecole.annuaire.declarations.ActeAnnuaire;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// "C'est ma classe": a teacher says so, once a class at a time, and may take it back until the head has answered.
@Component
@NamedInterface("classes")
@Transactional
public class Demandes {

    /// What saying it has done.
    @NamedInterface("classes")
    public enum Effet {
        DEMANDEE,
        /// the class is in one of their schools, and the feed has archived it meanwhile
        ARCHIVEE,
        INCONNUE
    }

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Journal journal;

    Demandes(JdbcClient jdbc, Clock clock, Journal journal) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.journal = journal;
    }

    Effet ask(UUID classe, Utilisateur enseignant) {
        return ask(classe, enseignant.personneId(), enseignant.compteId());
    }

    /// Asked twice, or for a class that is already theirs, it stays as it is.
    ///
    /// @param compte by which the teacher says so
    public Effet ask(UUID classe, UUID personnel, UUID compte) {
        var archived = jdbc.sql("""
                        select c.archivee_le is not null as archivee
                          from annuaire.classe c
                          join annuaire.ouverte o on o.ecole_id = c.structure_id
                          join annuaire.equipe q on q.ecole_id = c.structure_id and q.personne_id = :personnel
                         where c.id = :classe
                        """)
                .param("classe", classe)
                .param("personnel", personnel)
                .query((rs, _) -> rs.getBoolean("archivee"))
                .optional();
        if (archived.isEmpty()) {
            return Effet.INCONNUE;
        }
        if (archived.get()) {
            return Effet.ARCHIVEE;
        }
        jdbc.sql("""
                        insert into annuaire.demande_classe (ecole_id, classe_id, personnel_id, demandee_le)
                        select c.structure_id, c.id, :personnel, :maintenant from annuaire.classe c
                         where c.id = :classe
                           and not exists (select 1 from annuaire.enseigne n
                                            where n.classe_id = c.id and n.personnel_id = :personnel)
                        on conflict do nothing
                        returning ecole_id
                        """)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("classe", classe)
                .param("personnel", personnel)
                .query((rs, _) -> Colonnes.uuid(rs, "ecole_id"))
                .optional()
                .ifPresent(ecole -> journal.record(
                        Fait.of(ActeAnnuaire.CLASSE_DEMANDEE, classe).by(compte).inEcole(ecole)));
        return Effet.DEMANDEE;
    }

    /// @return whether the request is theirs; one already answered stays answered
    boolean withdraw(UUID demande, Utilisateur enseignant) {
        var theirs = jdbc.sql("""
                        select ecole_id, classe_id, decidee_le is null as attend from annuaire.demande_classe
                         where id = :demande and personnel_id = :personnel for update
                        """)
                .param("demande", demande)
                .param("personnel", enseignant.personneId())
                .query((rs, _) -> {
                    if (rs.getBoolean("attend")) {
                        withdraw(
                                demande,
                                Colonnes.uuid(rs, "ecole_id"),
                                Colonnes.uuid(rs, "classe_id"),
                                enseignant.compteId());
                    }
                    return true;
                })
                .optional();
        return theirs.isPresent();
    }

    private void withdraw(UUID demande, UUID ecole, UUID classe, UUID compte) {
        jdbc.sql("""
                        update annuaire.demande_classe
                           set decidee_le = :maintenant, decision = 'RETIREE', decidee_par = :par where id = :demande
                        """)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("par", compte)
                .param("demande", demande)
                .update();
        journal.record(Fait.of(ActeAnnuaire.DEMANDE_RETIREE, classe).by(compte).inEcole(ecole));
    }
}
