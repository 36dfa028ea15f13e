package fr.entecole.rgpd.droits;

import fr.entecole.annuaire.Appellations;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.rgpd.ActeRgpd;
import fr.entecole.rgpd.Droit;
import fr.entecole.rgpd.DroitRepondu;
import fr.entecole.rgpd.Issue;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.Uuids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The rights that people exercise, and what officers do with them. An answer is due within a month, three at most.
@Component
class DroitsExerces {

    static final int PAGE = 100;

    /// Those of one person that may wait at a time.
    static final int OPEN = 10;

    private static final String COLUMNS = """
            select id, personne_id, nom, droit, texte, recu_le, du_le, prolonge, pris_par, issue, reponse, preuve,
                   (repondu_le at time zone 'Europe/Paris')::date as repondu_le
              from rgpd.droit
            """;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final ApplicationEventPublisher evenements;
    private final Appellations appellations;
    private final Clock clock;

    DroitsExerces(
            JdbcClient jdbc,
            Journal journal,
            ApplicationEventPublisher evenements,
            Appellations appellations,
            Clock clock) {
        this.appellations = appellations;
        this.jdbc = jdbc;
        this.journal = journal;
        this.evenements = evenements;
        this.clock = clock;
    }

    /// @return false when too many wait already
    @Transactional
    boolean ask(Utilisateur moi, Droit droit, String texte) {
        return file(moi, moi.personneId(), "", droit, texte, LocalDate.now(clock));
    }

    /// What came by letter, from somebody whom the ENT does not know.
    ///
    /// @param recu the day on which it came: the month counts from there
    @Transactional
    void enter(Utilisateur dpo, String nom, Droit droit, String texte, LocalDate recu) {
        file(dpo, null, nom, droit, texte, recu);
    }

    private boolean file(
            Utilisateur par, @Nullable UUID personne, String nom, Droit droit, String texte, LocalDate recu) {
        var id = Uuids.v7();
        int written = jdbc.sql("""
                        insert into rgpd.droit (id, personne_id, nom, droit, texte, recu_le, du_le, enregistre_le)
                        select :id, :personne, :nom, :droit, :texte, :recu, :du, :maintenant
                         where :personne::uuid is null
                            or (select count(*) from rgpd.droit
                                 where personne_id = :personne::uuid and issue is null) < :most
                        """)
                .param("id", id)
                .param("personne", personne)
                .param("nom", nom)
                .param("droit", droit.name())
                .param("texte", texte)
                .param("recu", recu)
                .param("du", recu.plusMonths(1))
                .param("maintenant", OffsetDateTime.now(clock))
                .param("most", OPEN)
                .update();
        if (written > 0) {
            record(ActeRgpd.DROIT_EXERCE, id, par);
        }
        return written > 0;
    }

    List<Demande> askedBy(Collection<UUID> personnes) {
        return jdbc.sql(COLUMNS + " where personne_id = any(:personnes) order by id desc limit :most")
                .param("personnes", personnes.toArray(UUID[]::new))
                .param("most", PAGE)
                .query(DroitsExerces::demande)
                .list();
    }

    /// What waits first, by the day on which it is due; then what was answered last.
    List<Demande> queue() {
        return jdbc.sql(COLUMNS + """
                         order by issue is not null, case when issue is null then du_le end, repondu_le desc, id
                         limit :most
                        """)
                .param("most", PAGE)
                .query(DroitsExerces::demande)
                .list();
    }

    Optional<Demande> find(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(DroitsExerces::demande)
                .optional();
    }

    /// Of those who asked, and of the officers who take care of it.
    Map<UUID, String> noms(Collection<Demande> demandes) {
        return appellations.personnes(demandes.stream()
                .flatMap(one -> Stream.of(one.personne(), one.prisPar()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    /// @return false when it was answered meanwhile
    @Transactional
    boolean take(UUID id, Utilisateur dpo) {
        return jdbc.sql("update rgpd.droit set pris_par = :par, pris_le = :maintenant where id = :id and issue is null")
                        .param("id", id)
                        .param("par", dpo.personneId())
                        .param("maintenant", OffsetDateTime.now(clock))
                        .update()
                > 0;
    }

    /// Two months more, once, while the first one runs.
    @Transactional
    boolean putOff(UUID id, String motif, Utilisateur dpo) {
        boolean done = jdbc.sql("""
                        update rgpd.droit set prolonge = :motif, du_le = (recu_le + interval '3 months')::date
                         where id = :id and issue is null and prolonge = '' and du_le >= :jour
                        """)
                        .param("id", id)
                        .param("motif", motif)
                        .param("jour", LocalDate.now(clock))
                        .update()
                > 0;
        if (done) {
            record(ActeRgpd.DROIT_PROLONGE, id, dpo);
            tell(id);
        }
        return done;
    }

    /// @param preuve what shows that it was done
    @Transactional
    boolean answer(UUID id, Issue issue, String reponse, String preuve, Utilisateur dpo) {
        boolean done = jdbc.sql("""
                        update rgpd.droit set issue = :issue, reponse = :reponse, preuve = :preuve,
                               repondu_par = :par, repondu_le = :maintenant, pris_par = coalesce(pris_par, :par),
                               pris_le = coalesce(pris_le, :maintenant)
                         where id = :id and issue is null
                        """)
                        .param("id", id)
                        .param("issue", issue.name())
                        .param("reponse", reponse)
                        .param("preuve", preuve)
                        .param("par", dpo.personneId())
                        .param("maintenant", OffsetDateTime.now(clock))
                        .update()
                > 0;
        if (done) {
            record(ActeRgpd.DROIT_REPONDU, id, dpo);
            tell(id);
        }
        return done;
    }

    private void tell(UUID id) {
        find(id).map(Demande::personne)
                .ifPresent(personne -> evenements.publishEvent(new DroitRepondu(Uuids.v7(), personne)));
    }

    private void record(ActeRgpd acte, UUID id, Utilisateur par) {
        journal.record(Fait.of(acte, id).by(par.compteId()).ofRegion());
    }

    private static Demande demande(ResultSet rs, int row) throws SQLException {
        var issue = rs.getString("issue");
        return new Demande(
                Colonnes.uuid(rs, "id"),
                rs.getObject("personne_id", UUID.class),
                rs.getString("nom"),
                Droit.valueOf(rs.getString("droit")),
                rs.getString("texte"),
                rs.getObject("recu_le", LocalDate.class),
                rs.getObject("du_le", LocalDate.class),
                rs.getString("prolonge"),
                rs.getObject("pris_par", UUID.class),
                issue == null ? null : Issue.valueOf(issue),
                rs.getString("reponse"),
                rs.getString("preuve"),
                rs.getObject("repondu_le", LocalDate.class));
    }
}
