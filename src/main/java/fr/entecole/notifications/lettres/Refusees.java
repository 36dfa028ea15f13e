package fr.entecole.notifications.lettres;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.courriel.CourrielRefuse;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.notifications.ActeNotifications;
import fr.entecole.notifications.Nouvelle;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.notifications.SorteDeLaMaison;
import fr.entecole.socle.Colonnes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Addresses that their server refuses for good: closed at once, and told to the heads of the schools of whose it was,
/// for the family must be reached otherwise. The address itself is told to nobody.
@Component
class Refusees {

    private static final Duration SHOWN = Duration.ofDays(90);
    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final Adresses adresses;
    private final Comptes comptes;
    private final Utilisateurs utilisateurs;
    private final Nouvelles nouvelles;
    private final Journal journal;
    private final Clock clock;

    Refusees(
            JdbcClient jdbc,
            Adresses adresses,
            Comptes comptes,
            Utilisateurs utilisateurs,
            Nouvelles nouvelles,
            Journal journal,
            Clock clock) {
        this.jdbc = jdbc;
        this.adresses = adresses;
        this.comptes = comptes;
        this.utilisateurs = utilisateurs;
        this.nouvelles = nouvelles;
        this.journal = journal;
        this.clock = clock;
    }

    @EventListener
    void on(CourrielRefuse refuse) {
        adresses.refuse(refuse.reference()).ifPresent(personne -> {
            Set<UUID> ecoles =
                    comptes.ofPersonne(personne).map(utilisateurs::ecoles).orElse(Set.of());
            journal.record(Fait.of(ActeNotifications.ADRESSE_REFUSEE, personne).inEcoles(ecoles));
            for (var ecole : ecoles) {
                nouvelles.deposit(
                        null,
                        new Nouvelle(
                                SorteDeLaMaison.ADRESSE_REFUSEE,
                                UUID.randomUUID(),
                                Public.ofEcole(ecole, Qui.DIRECTIONS),
                                "/notifications/adresses-refusees",
                                t("Un courriel ne passe plus chez une personne de votre école.")));
            }
        });
    }

    /// Whose address was refused in these schools in the last three months, and has given no other since; the last ones
    /// first.
    List<UUID> in(Collection<UUID> ecoles) {
        return jdbc.sql("""
                        select a.personne_id, max(a.finie_le) as finie_le from notifications.adresse a
                         where a.motif = 'REFUSEE' and a.finie_le > :depuis
                           and not exists (select 1 from notifications.adresse b
                                            where b.compte_id = a.compte_id and b.created_at > a.created_at
                                              and b.verifiee_le is not null)
                           and (a.personne_id in (select g.personne_id from annuaire.present p
                                                    join annuaire.garde(:jour) g on g.eleve_id = p.eleve_id
                                                   where p.ecole_id = any(:ecoles))
                             or a.personne_id in (select q.personne_id from annuaire.equipe q
                                                   where q.ecole_id = any(:ecoles)))
                         group by a.personne_id order by 2 desc limit :most
                        """)
                .param("depuis", OffsetDateTime.now(clock).minus(SHOWN))
                .param("jour", LocalDate.now(clock))
                .param("ecoles", ecoles.toArray(UUID[]::new))
                .param("most", MOST)
                .query((rs, _) -> Colonnes.uuid(rs, "personne_id"))
                .list();
    }
}
