package fr.entecole.annuaire.remplacements;

import fr.entecole.annuaire.declarations.ActeAnnuaire;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.Uuids;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Names, begins and ends replacements. Whether one may is asked before; what is no longer there changes nothing.
@Component
@Transactional
public class Remplacements {

    static final String FONCTION = "REM";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Journal journal;

    Remplacements(JdbcClient jdbc, Clock clock, Journal journal) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.journal = journal;
    }

    /// Names someone for a class that stands in this school. One that begins today gives the class at once.
    ///
    /// @return whether it was written: not where the same person already takes this class one of these days, which the
    ///     lock on the class says of two who press at once
    boolean name(UUID ecole, UUID classe, UUID personnel, LocalDate du, LocalDate au, Utilisateur par) {
        jdbc.sql("select id from annuaire.classe where id = :classe and structure_id = :ecole for update")
                .param("classe", classe)
                .param("ecole", ecole)
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .single();
        var id = Uuids.v7();
        int written = jdbc.sql("""
                        insert into annuaire.remplacement
                               (id, ecole_id, classe_id, personnel_id, du, au, nomme_le, nomme_par)
                        select :id, :ecole, :classe, :personnel, :du, :au, :maintenant, :par
                         where not exists (select 1 from annuaire.remplacement r
                                            where r.classe_id = :classe and r.personnel_id = :personnel
                                              and r.fini_le is null and r.du <= :au and r.au >= :du)
                        """)
                .param("id", id)
                .param("ecole", ecole)
                .param("classe", classe)
                .param("personnel", personnel)
                .param("du", du)
                .param("au", au)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("par", par.personneId().toString())
                .update();
        if (written > 0) {
            trace(ActeAnnuaire.REMPLACEMENT_NOMME, ecole, classe, personnel, par);
            begin();
        }
        return written > 0;
    }

    /// Ends one before its last day, or before it began.
    ///
    /// @return whether this school had such a one that was not over
    boolean end(UUID ecole, UUID remplacement, Utilisateur par) {
        var found = jdbc.sql("""
                        select id, ecole_id, classe_id, personnel_id from annuaire.remplacement
                         where id = :id and ecole_id = :ecole and fini_le is null
                           for update
                        """)
                .param("id", remplacement)
                .param("ecole", ecole)
                .query((rs, _) -> new Commence(
                        Colonnes.uuid(rs, "id"),
                        Colonnes.uuid(rs, "ecole_id"),
                        Colonnes.uuid(rs, "classe_id"),
                        Colonnes.uuid(rs, "personnel_id")))
                .optional();
        found.ifPresent(one -> {
            close(List.of(one), par.personneId().toString());
            trace(ActeAnnuaire.REMPLACEMENT_FINI, one.ecole(), one.classe(), one.personnel(), par);
        });
        return found.isPresent();
    }

    /// Ends all that someone has in a school which they leave.
    public void endAll(UUID ecole, UUID personnel, Utilisateur par) {
        jdbc.sql("""
                        select id from annuaire.remplacement
                         where ecole_id = :ecole and personnel_id = :personnel and fini_le is null
                        """)
                .param("ecole", ecole)
                .param("personnel", personnel)
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list()
                .forEach(id -> end(ecole, id, par));
    }

    /// Gives their class to those whose first day has come.
    ///
    /// @return how many
    public int begin() {
        var begun = jdbc.sql("""
                        update annuaire.remplacement set ouvert_le = :maintenant
                         where ouvert_le is null and fini_le is null and du <= :jour and au >= :jour
                        returning id, ecole_id, classe_id, personnel_id
                        """)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("jour", today())
                .query((rs, _) -> new Commence(
                        Colonnes.uuid(rs, "id"),
                        Colonnes.uuid(rs, "ecole_id"),
                        Colonnes.uuid(rs, "classe_id"),
                        Colonnes.uuid(rs, "personnel_id")))
                .list();
        begun.forEach(this::open);
        return begun.size();
    }

    /// Takes it back from those whose last day is over.
    ///
    /// @return how many
    public int finish() {
        var over = jdbc.sql("""
                        select id, ecole_id, classe_id, personnel_id from annuaire.remplacement
                         where fini_le is null and au < :jour order by id for update skip locked
                        """)
                .param("jour", today())
                .query((rs, _) -> new Commence(
                        Colonnes.uuid(rs, "id"),
                        Colonnes.uuid(rs, "ecole_id"),
                        Colonnes.uuid(rs, "classe_id"),
                        Colonnes.uuid(rs, "personnel_id")))
                .list();
        close(over, "");
        return over.size();
    }

    /// Whoever works there keeps the function that they have; whoever taught the class before goes on after.
    private void open(Commence one) {
        jdbc.sql("""
                        insert into annuaire.fonction (personnel_id, structure_id, code, libelle, directeur, source, depuis)
                        select :personnel, :ecole, :code, 'Remplacement', false, 'MANUEL', :jour
                         where not exists (select 1 from annuaire.fonction f
                                            where f.personnel_id = :personnel and f.structure_id = :ecole
                                              and f.fini_le is null and f.code <> '-')
                        """)
                .param("personnel", one.personnel())
                .param("ecole", one.ecole())
                .param("code", FONCTION)
                .param("jour", today())
                .update();
        jdbc.sql("""
                        with n as (
                            insert into annuaire.enseignement (personnel_id, classe_id, depuis, ajoute_par)
                            select r.personnel_id, r.classe_id, :jour, r.nomme_par
                              from annuaire.remplacement r where r.id = :id
                            on conflict do nothing returning id)
                        update annuaire.remplacement r set enseignement_id = n.id from n where r.id = :id
                        """).param("id", one.id()).param("jour", today()).update();
    }

    private void close(List<Commence> over, String par) {
        for (var one : over) {
            jdbc.sql("""
                            update annuaire.remplacement set fini_le = :maintenant, fini_par = :par where id = :id
                            """)
                    .param("maintenant", OffsetDateTime.now(clock))
                    .param("par", par)
                    .param("id", one.id())
                    .update();
            jdbc.sql("""
                            update annuaire.enseignement n set fini_le = greatest(n.depuis, :jour), fini_par = :par
                              from annuaire.remplacement r
                             where r.id = :id and n.id = r.enseignement_id and n.fini_le is null
                            """)
                    .param("jour", today())
                    .param("par", par)
                    .param("id", one.id())
                    .update();
            jdbc.sql("""
                            update annuaire.fonction f set fini_le = greatest(f.depuis, :jour)
                             where f.personnel_id = :personnel and f.structure_id = :ecole and f.code = :code
                               and f.fini_le is null
                               and not exists (select 1 from annuaire.remplacement r
                                                where r.personnel_id = f.personnel_id and r.ecole_id = f.structure_id
                                                  and r.ouvert_le is not null and r.fini_le is null)
                            """)
                    .param("jour", today())
                    .param("personnel", one.personnel())
                    .param("ecole", one.ecole())
                    .param("code", FONCTION)
                    .update();
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void trace(ActeAnnuaire acte, UUID ecole, UUID classe, UUID personnel, Utilisateur par) {
        journal.record(Fait.of(acte, classe)
                .by(par.compteId())
                .inEcole(ecole)
                .with(Map.of("personnel", personnel.toString())));
    }

    private record Commence(UUID id, UUID ecole, UUID classe, UUID personnel) {}
}
