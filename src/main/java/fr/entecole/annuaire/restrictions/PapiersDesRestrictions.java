package fr.entecole.annuaire.restrictions;

import fr.entecole.annuaire.declarations.ActeAnnuaire;
import fr.entecole.annuaire.eleves.LectureDesEleves.Fiche;
import fr.entecole.documents.Documents;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The paper of a decision that came after it was written down, or a better one: under each number that the decision
/// keeps out, as from the start.
@Component
@Transactional
class PapiersDesRestrictions {

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Journal journal;

    PapiersDesRestrictions(JdbcClient jdbc, Documents documents, Journal journal) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.journal = journal;
    }

    /// @param fiche of the pupil, whose school this head directs
    /// @param depots whole uploads, one at least
    /// @param remplacer what was attached before is taken away
    /// @return whether there is such a decision, not lifted
    boolean attach(UUID restriction, Fiche fiche, List<UUID> depots, boolean remplacer, Utilisateur head) {
        var numbers = jdbc.sql("""
                        select x.id from annuaire.restriction y
                          join annuaire.restriction x on x.eleve_id = y.eleve_id and x.levee_le is null
                           and (x.retenue_de is null or x.decidee_le is not null)
                           and annuaire.decision(x.id) = annuaire.decision(y.id)
                         where y.id = :id and y.eleve_id = :eleve and y.levee_le is null
                           and (y.retenue_de is null or y.decidee_le is not null)
                         order by x.id = y.id desc, x.id
                        """)
                .param("id", restriction)
                .param("eleve", fiche.id())
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list();
        if (numbers.isEmpty()) {
            return false;
        }
        var had = documents.of(LectureDesDecisions.SALLE, numbers).keySet();
        // What each of the others has are copies of what this one has.
        var whole = numbers.stream().filter(had::contains).findFirst().orElse(restriction);
        numbers.stream()
                .filter(number -> remplacer || !number.equals(whole))
                .forEach(number -> documents.withdraw(LectureDesDecisions.SALLE, number));
        documents.attach(head, LectureDesDecisions.SALLE, whole, fiche.ecoleId(), depots);
        numbers.stream()
                .filter(number -> !number.equals(whole))
                .forEach(number -> documents.attachAgain(LectureDesDecisions.SALLE, whole, number));
        journal.record(Fait.of(
                        remplacer && !had.isEmpty() ? ActeAnnuaire.DECISION_REMPLACEE : ActeAnnuaire.DECISION_JOINTE,
                        restriction)
                .by(head.compteId())
                .inEcole(fiche.ecoleId()));
        return true;
    }
}
