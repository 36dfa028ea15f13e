package fr.entecole.comptes.noms;

import fr.entecole.annuaire.Appellations;
import fr.entecole.comptes.ActeComptes;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps what somebody has chosen with their account, and takes it back. Whether one may is judged by the caller.
@Component
class NomsChoisis {

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    NomsChoisis(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    Optional<Civilite> of(UUID personne) {
        return jdbc.sql(
                        "select civilite_choisie from comptes.compte where personne_id = :personne and civilite_choisie is not null")
                .param("personne", personne)
                .query(String.class)
                .optional()
                .flatMap(Civilite::ofMot);
    }

    /// @param civilite null: as the directory calls them
    @Transactional
    void choose(Utilisateur qui, @Nullable Civilite civilite) {
        if (write(qui.personneId(), civilite)) {
            record(ActeComptes.NOM_CHOISI, qui.personneId(), qui.compteId(), qui.ecoles());
        }
    }

    /// By the head: as the directory calls them, until they choose again.
    @Transactional
    void putBack(UUID ecole, UUID personne, Utilisateur par) {
        if (write(personne, null)) {
            record(ActeComptes.NOM_REMIS, personne, par.compteId(), Set.of(ecole));
        }
    }

    private boolean write(UUID personne, @Nullable Civilite civilite) {
        return jdbc.sql("""
                                update comptes.compte set civilite_choisie = :civilite::text, civilite_le = :maintenant
                                 where personne_id = :personne and civilite_choisie is distinct from :civilite::text
                                """)
                        .param("civilite", civilite == null ? null : civilite.mot())
                        .param("maintenant", OffsetDateTime.now(clock))
                        .param("personne", personne)
                        .update()
                > 0;
    }

    private void record(ActeComptes acte, UUID personne, UUID par, Collection<UUID> ecoles) {
        journal.record(Fait.of(acte, personne).by(par).inEcoles(ecoles));
    }

    /// Of the teams of these schools, who is called otherwise than in the directory.
    List<Choisi> ofTeams(Collection<UUID> ecoles) {
        return jdbc.sql("""
                        select e.ecole_id, t.id, t.prenom, t.nom, n.prenom as titre, n.nom as appele
                          from annuaire.equipe e
                          join comptes.compte c on c.personne_id = e.personne_id and c.civilite_choisie is not null
                          join annuaire.titulaire t on t.id = e.personne_id and t.nature = 'PERSONNEL'
                          join comptes.nomme n on n.id = t.id
                         where e.ecole_id = any(:ecoles)
                         order by t.nom, t.prenom, t.id
                        """)
                .param("ecoles", ecoles.toArray(UUID[]::new))
                .query((rs, _) -> new Choisi(
                        Colonnes.uuid(rs, "ecole_id"),
                        Colonnes.uuid(rs, "id"),
                        Appellations.personne(rs.getString("prenom"), rs.getString("nom")),
                        Appellations.personne(rs.getString("titre"), rs.getString("appele"))))
                .list();
    }

    boolean isOfTheTeam(UUID ecole, UUID personne) {
        return jdbc.sql(
                        "select exists (select 1 from annuaire.equipe where ecole_id = :ecole and personne_id = :personne)")
                .param("ecole", ecole)
                .param("personne", personne)
                .query(Boolean.class)
                .single();
    }

    /// @param nom of the directory
    record Choisi(UUID ecole, UUID personne, String nom, String appele) {}
}
