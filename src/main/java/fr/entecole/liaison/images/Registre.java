package fr.entecole.liaison.images;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.liaison.ActeLiaison;
import fr.entecole.liaison.Autorisations.Support;
import fr.entecole.liaison.CahierDeLiaison;
import fr.entecole.liaison.Repondu;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Utilisateur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The ledger of consents, apart from the mots that asked.
@Component("registreDesAutorisations")
class Registre {

    private final JdbcClient jdbc;
    private final Journal journal;

    Registre(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    void open(UUID mot, UUID ecole, Projet projet) {
        jdbc.sql("""
                        insert into liaison.projet (ecole_id, mot_id, cles, finalite, supports, du, au)
                        values (:ecole, :mot, array(select d.cle from liaison.destination d where d.mot_id = :mot),
                                :finalite, :supports, :du, :au)
                        """)
                .param("ecole", ecole)
                .param("mot", mot)
                .param("finalite", projet.finalite())
                .param("supports", projet.supports().stream().map(Support::name).toArray(String[]::new))
                .param("du", projet.du())
                .param("au", projet.au())
                .update();
    }

    /// The mot was taken back before anyone read it: nobody was asked.
    void close(UUID mot, Instant now) {
        jdbc.sql("update liaison.projet set retire_le = :now where mot_id = :mot and retire_le is null")
                .param("mot", mot)
                .param("now", CahierDeLiaison.utc(now))
                .update();
    }

    Lecture<List<Projet>> lecture(UUID mot) {
        return Lecture.of(
                "select finalite, supports, du, au from liaison.projet where mot_id = :mot",
                Map.of("mot", mot),
                Registre::projet);
    }

    private static Projet projet(ResultSet rs, int row) throws SQLException {
        return new Projet(
                Objects.requireNonNull(rs.getString("finalite")),
                Colonnes.strings(rs, "supports").stream().map(Support::valueOf).toList(),
                Objects.requireNonNull(rs.getObject("du", LocalDate.class)),
                Objects.requireNonNull(rs.getObject("au", LocalDate.class)));
    }

    void write(Repondu repondu, Instant now) {
        jdbc.sql("""
                        update liaison.autorisation a set fini_le = :now from liaison.projet p
                         where p.mot_id = :mot and a.projet_id = p.id and a.eleve_id = :eleve
                           and a.personne_id = :personne and a.fini_le is null and a.sens <> :sens
                        """)
                .param("now", CahierDeLiaison.utc(now))
                .param("mot", repondu.mot())
                .param("eleve", repondu.eleve())
                .param("personne", repondu.personne())
                .param("sens", repondu.sens().name())
                .update();
        jdbc.sql("""
                        insert into liaison.autorisation
                               (ecole_id, projet_id, eleve_id, personne_id, sens, voie, saisi_par, fait_le)
                        select p.ecole_id, p.id, :eleve, :personne, :sens, :voie, :par::uuid, :now
                          from liaison.projet p where p.mot_id = :mot
                        on conflict (projet_id, eleve_id, personne_id) where fini_le is null do nothing
                        """)
                .param("now", CahierDeLiaison.utc(now))
                .param("mot", repondu.mot())
                .param("eleve", repondu.eleve())
                .param("personne", repondu.personne())
                .param("sens", repondu.sens().name())
                .param("voie", repondu.saisiPar() == null ? "ENT" : "PAPIER")
                .param("par", repondu.saisiPar())
                .update();
    }

    /// What this guardian has said of projects that are not over, for children for whom they still answer.
    List<Accord> of(Utilisateur responsable, LocalDate today) {
        return jdbc.sql("""
                        select p.id, p.finalite, p.supports, p.du, p.au, a.eleve_id, a.sens, a.fait_le, t.prenom
                          from liaison.autorisation a
                          join liaison.projet p on p.id = a.projet_id and p.retire_le is null and p.au >= :jour
                          join annuaire.garde(:jour) g on g.eleve_id = a.eleve_id and g.personne_id = a.personne_id
                          join annuaire.titulaire t on t.id = a.eleve_id and t.nature = 'ELEVE'
                         where a.personne_id = any(:personnes) and a.fini_le is null
                         order by t.prenom, a.eleve_id, p.au, p.id
                        """)
                .param("jour", today)
                .param("personnes", responsable.personnes().toArray(UUID[]::new))
                .query((rs, row) -> new Accord(
                        Colonnes.uuid(rs, "id"),
                        projet(rs, row),
                        Colonnes.uuid(rs, "eleve_id"),
                        Objects.requireNonNullElse(rs.getString("prenom"), ""),
                        "OUI".equals(rs.getString("sens"))))
                .list();
    }

    /// A guardian takes back their « oui », whatever the deadline of the mot; the answer to the mot follows.
    ///
    /// @return false where there is none of theirs to take back
    @Transactional
    public boolean takeBack(Utilisateur responsable, UUID projet, UUID eleve, LocalDate today, Instant now) {
        var ended = jdbc.sql("""
                        update liaison.autorisation a set fini_le = :now from annuaire.garde(:jour) g
                         where a.projet_id = :projet and a.eleve_id = :eleve and a.personne_id = any(:personnes)
                           and a.sens = 'OUI' and a.fini_le is null
                           and g.eleve_id = a.eleve_id and g.personne_id = a.personne_id
                        returning a.personne_id, a.ecole_id
                        """)
                .param("now", CahierDeLiaison.utc(now))
                .param("jour", today)
                .param("projet", projet)
                .param("eleve", eleve)
                .param("personnes", responsable.personnes().toArray(UUID[]::new))
                .query((rs, _) -> Map.entry(Colonnes.uuid(rs, "personne_id"), Colonnes.uuid(rs, "ecole_id")))
                .list();
        for (var one : ended) {
            refuse(projet, eleve, one.getKey(), now);
            journal.record(Fait.of(ActeLiaison.AUTORISATION_RETIREE, projet)
                    .by(responsable.compteId())
                    .inEcole(one.getValue()));
        }
        return !ended.isEmpty();
    }

    private void refuse(UUID projet, UUID eleve, UUID personne, Instant now) {
        var of = Map.of("projet", projet, "eleve", eleve, "personne", personne, "now", CahierDeLiaison.utc(now));
        jdbc.sql("""
                        insert into liaison.autorisation
                               (ecole_id, projet_id, eleve_id, personne_id, sens, voie, fait_le)
                        select ecole_id, id, :eleve, :personne, 'NON', 'RETRAIT', :now
                          from liaison.projet where id = :projet
                        on conflict (projet_id, eleve_id, personne_id) where fini_le is null do nothing
                        """).params(of).update();
        jdbc.sql("""
                        update liaison.reponse r set fini_le = :now from liaison.projet p
                         where p.id = :projet and r.mot_id = p.mot_id and r.eleve_id = :eleve
                           and r.personne_id = :personne and r.fini_le is null
                        """).params(of).update();
        jdbc.sql("""
                        insert into liaison.reponse
                               (ecole_id, mot_id, eleve_id, personne_id, numero, sens, precision, voie, fait_le)
                        select p.ecole_id, p.mot_id, :eleve, :personne,
                               (select max(v.numero) from liaison.version v where v.mot_id = p.mot_id), 'NON', '', 'ENT', :now
                          from liaison.projet p where p.id = :projet and p.mot_id is not null
                        on conflict (mot_id, eleve_id, personne_id) where fini_le is null do nothing
                        """).params(of).update();
    }

    /// For who teaches these classes or directs these schools: of each project in force that day, then of those
    /// that begin later, the children who must not be shown.
    List<Refus> refused(Collection<UUID> classes, Collection<UUID> dirigees, LocalDate today) {
        return jdbc.sql("""
                        select p.id, p.finalite, p.supports, p.du, p.au, i.eleve_id, t.prenom, t.nom,
                               case when not exists (select 1 from annuaire.autorite(:jour) a
                                                      where a.eleve_id = i.eleve_id) then 'INCONNU'
                                    when exists (select 1 from annuaire.autorite(:jour) a
                                                   join liaison.autorisation o
                                                     on o.projet_id = p.id and o.eleve_id = i.eleve_id
                                                    and o.personne_id = a.responsable_id
                                                    and o.fini_le is null and o.sens = 'NON'
                                                  where a.eleve_id = i.eleve_id) then 'NON'
                                    else 'ATTEND' end as pourquoi
                          from liaison.projet p
                          join annuaire.present s on s.ecole_id = p.ecole_id
                          join annuaire.inscrit i on i.eleve_id = s.eleve_id
                                                 and (i.classe_id = any(:classes) or s.ecole_id = any(:dirigees))
                          join annuaire.titulaire t on t.id = i.eleve_id and t.nature = 'ELEVE'
                         where p.retire_le is null and p.au >= :jour
                           and p.cles && array['CLASSE.RESPONSABLES.' || i.classe_id,
                                               'ELEVES.RESPONSABLES.' || i.eleve_id,
                                               'ECOLE.RESPONSABLES.' || p.ecole_id]
                           and (not exists (select 1 from annuaire.autorite(:jour) a where a.eleve_id = i.eleve_id)
                                or exists (select 1 from annuaire.autorite(:jour) a
                                            where a.eleve_id = i.eleve_id
                                              and not exists (select 1 from liaison.autorisation o
                                                               where o.projet_id = p.id and o.eleve_id = i.eleve_id
                                                                 and o.personne_id = a.responsable_id
                                                                 and o.fini_le is null and o.sens = 'OUI')))
                         order by p.du > :jour, p.au, p.id, t.nom, t.prenom, i.eleve_id
                        """)
                .param("classes", classes.toArray(UUID[]::new))
                .param("dirigees", dirigees.toArray(UUID[]::new))
                .param("jour", today)
                .query((rs, row) -> new Refus(
                        Colonnes.uuid(rs, "id"),
                        projet(rs, row),
                        Appellations.personne(
                                Objects.requireNonNullElse(rs.getString("prenom"), ""),
                                Objects.requireNonNullElse(rs.getString("nom"), "")),
                        Pourquoi.valueOf(rs.getString("pourquoi"))))
                .list();
    }

    record Accord(UUID id, Projet projet, UUID eleve, String prenom, boolean oui) {}

    record Refus(UUID id, Projet projet, String eleve, Pourquoi pourquoi) {}

    /// Why a child is not shown.
    enum Pourquoi {
        NON,
        ATTEND,
        INCONNU;

        String titre() {
            return switch (this) {
                case NON -> t("Un responsable a dit non");
                case ATTEND -> t("N’a pas encore répondu");
                case INCONNU -> t("Aucun responsable connu");
            };
        }
    }
}
