package fr.entecole.conventions.signature;

import fr.entecole.annuaire.Appellations;
import fr.entecole.conventions.ActeConventions;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The signatories of the region: each a dated row that ends, written by somebody else than who signs.
@Component
public class Habilitations {

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    Habilitations(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /// All that were ever written, the latest first.
    List<Habilitation> all() {
        return read("", null);
    }

    /// By which this person signs for the region on that day; empty: they do not.
    public Optional<Habilitation> of(Utilisateur utilisateur, LocalDate jour) {
        return utilisateur.is(Profil.ADMINISTRATEUR)
                ? read("where h.agent_id = :agent", utilisateur.personneId()).stream()
                        .filter(h -> h.isInForce(jour))
                        .findFirst()
                : Optional.empty();
    }

    private List<Habilitation> read(String which, @Nullable UUID agent) {
        return jdbc.sql("""
                        select h.id, h.agent_id, h.qualite, h.acte, h.du, h.au, h.retiree_le, a.prenom, a.nom,
                               p.prenom as par_prenom, p.nom as par_nom
                          from conventions.habilitation h
                          left join lateral (select n.prenom, n.nom from annuaire.titulaire n
                                              where n.id = h.agent_id limit 1) a on true
                          left join lateral (select n.prenom, n.nom from annuaire.titulaire n
                                              where n.id = h.par_id limit 1) p on true
                         %s order by h.id desc
                        """.formatted(which))
                .param("agent", agent)
                .query(Habilitations::habilitation)
                .list();
    }

    private static Habilitation habilitation(ResultSet rs, int row) throws SQLException {
        var retiree = rs.getObject("retiree_le", OffsetDateTime.class);
        return new Habilitation(
                Colonnes.uuid(rs, "id"),
                Colonnes.uuid(rs, "agent_id"),
                name(rs, "prenom", "nom"),
                Objects.requireNonNull(rs.getString("qualite")),
                Objects.requireNonNull(rs.getString("acte")),
                Objects.requireNonNull(rs.getObject("du", LocalDate.class)),
                Objects.requireNonNull(rs.getObject("au", LocalDate.class)),
                name(rs, "par_prenom", "par_nom"),
                retiree == null ? null : Dates.day(retiree.toInstant()));
    }

    private static String name(ResultSet rs, String prenom, String nom) throws SQLException {
        var last = rs.getString(nom);
        var first = rs.getString(prenom);
        return last == null || first == null ? "" : Appellations.personne(first, last);
    }

    /// @param agent not the author: nobody names themselves
    /// @param auteur null: the demonstration, where one person stands for the region
    @Transactional
    public void grant(
            UUID agent, String qualite, String acte, LocalDate du, LocalDate au, @Nullable Utilisateur auteur) {
        var id = jdbc.sql("""
                        insert into conventions.habilitation (agent_id, qualite, acte, du, au, accordee_le, par_id)
                        values (:agent, :qualite, :acte, :du, :au, :now, cast(:par as uuid)) returning id
                        """)
                .param("agent", agent)
                .param("qualite", qualite)
                .param("acte", acte)
                .param("du", du)
                .param("au", au)
                .param("now", OffsetDateTime.now(clock))
                .param("par", auteur == null ? null : auteur.personneId())
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .single();
        journal.record(Fait.of(ActeConventions.SIGNATAIRE_HABILITE, id)
                .by(auteur == null ? null : auteur.compteId())
                .ofRegion());
    }

    /// They sign no more; what they signed stays.
    ///
    /// @return false when it was withdrawn already
    @Transactional
    public boolean withdraw(UUID id, Utilisateur auteur) {
        boolean done = jdbc.sql("""
                        update conventions.habilitation set retiree_le = :now, retiree_par = :par
                         where id = :id and retiree_le is null
                        """)
                        .param("now", OffsetDateTime.now(clock))
                        .param("par", auteur.personneId())
                        .param("id", id)
                        .update()
                > 0;
        if (done) {
            journal.record(Fait.of(ActeConventions.SIGNATAIRE_RETIRE, id)
                    .by(auteur.compteId())
                    .ofRegion());
        }
        return done;
    }
}
