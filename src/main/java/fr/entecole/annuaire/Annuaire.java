package fr.entecole.annuaire;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who a person is today, for the door: one statement, whatever the person and the size of the region.
@Component
public class Annuaire {

    private final JdbcClient jdbc;
    private final IdentitesDesFamilles familles;
    private final IdentitesDesPersonnels personnels;

    Annuaire(JdbcClient jdbc, IdentitesDesFamilles familles, IdentitesDesPersonnels personnels) {
        this.jdbc = jdbc;
        this.familles = familles;
        this.personnels = personnels;
    }

    public Optional<Identite> identite(UUID personneId, Nature nature) {
        return switch (nature) {
            case ELEVE -> familles.eleve(personneId);
            case RESPONSABLE -> familles.responsable(personneId);
            case PERSONNEL -> personnels.personnel(personneId);
            case AGENT -> personnels.agent(personneId);
        };
    }

    /// Whether one of the children of this guardian was born that day: what only a family knows, told by no date that
    /// leaves the directory. A restriction hides the child, not that.
    public boolean hasChildBornOn(UUID responsable, LocalDate naissance) {
        return jdbc.sql("""
                        select exists (select 1 from annuaire.lien l
                                         join annuaire.eleve e on e.id = l.eleve_id and e.suspendu_le is null
                                        where l.responsable_id = :responsable and l.retire_le is null
                                          and e.date_naissance = :naissance)
                        """)
                .param("responsable", responsable)
                .param("naissance", naissance)
                .query((rs, _) -> rs.getBoolean(1))
                .single();
    }

    /// Nothing has come in yet: no batch, no school, nobody entered by hand.
    public boolean isEmpty() {
        return jdbc.sql("""
                        select not exists (select 1 from annuaire.lot) and not exists (select 1 from annuaire.structure)
                           and not exists (select 1 from annuaire.agent)
                        """).query((rs, _) -> rs.getBoolean(1)).single();
    }
}
