package fr.entecole.rgpd.droits;

import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.rgpd.ActeRgpd;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Reserves;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Dated switches on somebody's data. Who is not counted is remembered by each node, and read again twice a minute.
@Component
class ReservesTenues implements Reserves {

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;
    private volatile Set<UUID> uncounted = Set.of();

    ReservesTenues(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public boolean uncounted(Collection<UUID> personnes) {
        return personnes.stream().anyMatch(uncounted::contains);
    }

    @Override
    public Set<UUID> limited() {
        return held(Genre.LIMITATION);
    }

    /// Since when it holds.
    Optional<LocalDate> since(Genre genre, Collection<UUID> personnes) {
        return jdbc.sql("""
                        select min(depuis) as depuis from rgpd.reserve
                         where personne_id = any(:personnes) and genre = :genre and finie_le is null
                        """)
                .param("personnes", personnes.toArray(UUID[]::new))
                .param("genre", genre.name())
                .query((rs, _) -> Optional.ofNullable(rs.getObject("depuis", OffsetDateTime.class)))
                .single()
                .map(at -> Dates.day(at.toInstant()));
    }

    @Transactional
    public void set(Genre genre, Collection<UUID> personnes, Utilisateur par) {
        int set = 0;
        for (var personne : personnes) {
            set += jdbc.sql("""
                            insert into rgpd.reserve (personne_id, genre, depuis, posee_par)
                            values (:personne, :genre, :maintenant, :par) on conflict do nothing
                            """)
                    .param("personne", personne)
                    .param("genre", genre.name())
                    .param("maintenant", OffsetDateTime.now(clock))
                    .param("par", par.personneId())
                    .update();
        }
        changed(set, ActeRgpd.RESERVE_POSEE, personnes, par);
    }

    @Transactional
    public void end(Genre genre, Collection<UUID> personnes, Utilisateur par) {
        int ended = jdbc.sql("""
                        update rgpd.reserve set finie_le = :maintenant, finie_par = :par
                         where personne_id = any(:personnes) and genre = :genre and finie_le is null
                        """)
                .param("personnes", personnes.toArray(UUID[]::new))
                .param("genre", genre.name())
                .param("maintenant", OffsetDateTime.now(clock))
                .param("par", par.personneId())
                .update();
        changed(ended, ActeRgpd.RESERVE_LEVEE, personnes, par);
    }

    private void changed(int rows, ActeRgpd acte, Collection<UUID> personnes, Utilisateur par) {
        if (rows > 0) {
            personnes.stream()
                    .findFirst()
                    .ifPresent(personne -> journal.record(
                            Fait.of(acte, personne).by(par.compteId()).ofRegion()));
            remember();
        }
    }

    @Scheduled(fixedDelayString = "PT30S")
    void remember() {
        uncounted = held(Genre.COMPTAGE);
    }

    private Set<UUID> held(Genre genre) {
        return new HashSet<>(jdbc.sql("select personne_id from rgpd.reserve where genre = :genre and finie_le is null")
                .param("genre", genre.name())
                .query((rs, _) -> Colonnes.uuid(rs, "personne_id"))
                .list());
    }

    enum Genre {
        COMPTAGE,
        LIMITATION
    }
}
