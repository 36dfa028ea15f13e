package fr.entecole.annuaire.restrictions;

import fr.entecole.annuaire.declarations.ActeAnnuaire;
import fr.entecole.annuaire.eleves.LectureDesEleves.Fiche;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// « Remise de l’enfant : voir la direction »: what a head lets those who teach the child read of a restriction, and,
/// where they say so, the AESH of the school, of whom the directory names no class. It says neither why nor about whom,
/// is off until a head shows it, is felt in the next statement of anyone (`annuaire.a_remettre`) and ends with the
/// restriction. No guardian ever reads it.
@Component
@Transactional
class Remises {

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    Remises(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /// @param aesh whether the AESH of the school read it too
    /// @return whether there is such a restriction of this child, decided and not over; twice is as good as once
    public boolean show(UUID restriction, boolean aesh, Fiche fiche, Utilisateur head) {
        if (!lasts(restriction, fiche)) {
            return false;
        }
        int shown = jdbc.sql("""
                        insert into annuaire.remise (restriction_id, montree_le) values (:id, :maintenant)
                        on conflict do nothing
                        """)
                .param("id", restriction)
                .param("maintenant", OffsetDateTime.now(clock))
                .update();
        tell(shown, ActeAnnuaire.REMISE_MONTREE, restriction, fiche, head);
        int told = jdbc.sql("""
                        update annuaire.remise m set aesh_le = case when :aesh then :maintenant end
                          from annuaire.restriction x
                         where x.id = m.restriction_id and x.eleve_id = :eleve and m.cachee_le is null
                           and annuaire.decision(x.id) = annuaire.decision(:id) and (m.aesh_le is not null) <> :aesh
                        """)
                .param("aesh", aesh)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("eleve", fiche.id())
                .param("id", restriction)
                .update();
        tell(
                told,
                aesh ? ActeAnnuaire.REMISE_MONTREE_AUX_AESH : ActeAnnuaire.REMISE_CACHEE_AUX_AESH,
                restriction,
                fiche,
                head);
        return true;
    }

    /// Hides it, under whichever number of the decision it was shown.
    ///
    /// @return whether there is such a restriction of this child, decided and not over
    public boolean hide(UUID restriction, Fiche fiche, Utilisateur head) {
        if (!lasts(restriction, fiche)) {
            return false;
        }
        int hidden = jdbc.sql("""
                        update annuaire.remise m set cachee_le = :maintenant
                          from annuaire.restriction x
                         where x.id = m.restriction_id and x.eleve_id = :eleve and m.cachee_le is null
                           and annuaire.decision(x.id) = annuaire.decision(:id)
                        """)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("eleve", fiche.id())
                .param("id", restriction)
                .update();
        tell(hidden, ActeAnnuaire.REMISE_CACHEE, restriction, fiche, head);
        return true;
    }

    private boolean lasts(UUID restriction, Fiche fiche) {
        return jdbc.sql("""
                        select exists (select 1 from annuaire.protege(:jour) p
                                        where p.restriction_id = :id and p.eleve_id = :eleve)
                        """)
                .param("jour", LocalDate.now(clock))
                .param("id", restriction)
                .param("eleve", fiche.id())
                .query(Boolean.class)
                .single();
    }

    private void tell(int changed, ActeAnnuaire acte, UUID restriction, Fiche fiche, Utilisateur head) {
        if (changed > 0) {
            journal.record(Fait.of(acte, restriction).by(head.compteId()).inEcole(fiche.ecoleId()));
        }
    }
}
