package fr.entecole.annuaire.restrictions;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.ActeAnnuaire;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.documents.LectureDePieces;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The scanned decision is for whoever directs the child's school; that it was read is a fact too. It stays with the
/// decision: its author does not take it away alone. It is kept under a name that says nothing of anyone; who may save
/// it has its child and its day in the name.
@Component
class LectureDesDecisions implements LectureDePieces {

    static final String SALLE = "annuaire";

    private final JdbcClient jdbc;
    private final Journal journal;

    LectureDesDecisions(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    @Override
    public String salle() {
        return SALLE;
    }

    @Override
    public boolean reads(Utilisateur utilisateur, UUID chose) {
        return ecole(utilisateur, chose).isPresent();
    }

    @Override
    public void isRead(Utilisateur utilisateur, UUID chose) {
        ecole(utilisateur, chose)
                .ifPresent(ecole -> journal.record(Fait.of(ActeAnnuaire.DECISION_LUE, chose)
                        .by(utilisateur.compteId())
                        .inEcole(ecole)));
    }

    @Override
    public String fileName(UUID chose, String kept) {
        return jdbc.sql("""
                        select e.prenom, e.nom, x.depuis from annuaire.restriction x
                          join annuaire.eleve e on e.id = x.eleve_id where x.id = :id
                        """)
                .param("id", chose)
                .query((rs, _) -> t(
                                "décision {0} {1}",
                                Noms.complet(rs.getString("prenom"), rs.getString("nom")),
                                rs.getObject("depuis", LocalDate.class).toString())
                        + kept.substring(Math.max(0, kept.lastIndexOf('.'))))
                .optional()
                .orElse(kept);
    }

    @Override
    public boolean ofItsAuthor() {
        return false;
    }

    @Override
    public boolean removable(UUID chose) {
        return false;
    }

    private Optional<UUID> ecole(Utilisateur utilisateur, UUID restriction) {
        return !utilisateur.is(Profil.DIRECTEUR)
                ? Optional.empty()
                : jdbc.sql("""
                        select d.ecole_id
                          from annuaire.restriction x
                          join annuaire.present e on e.eleve_id = x.eleve_id
                          join annuaire.dirige d on d.ecole_id = e.ecole_id and d.personnel_id = :personnel
                         where x.id = :id and (x.retenue_de is null or x.decidee_le is not null)
                         limit 1
                        """)
                        .param("id", restriction)
                        .param("personnel", utilisateur.personneId())
                        .query((rs, _) -> rs.getObject(1, UUID.class))
                        .optional();
    }
}
