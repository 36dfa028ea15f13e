package fr.entecole.rgpd.droits;

import fr.entecole.comptes.Comptes;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.rgpd.ActeRgpd;
import fr.entecole.rgpd.DroitRepondu;
import fr.entecole.rgpd.GenreDeReserve;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.Uuids;
import fr.entecole.socle.contrats.Reserves;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Dated switches on somebody's data. What holds is remembered by each node, and read again twice a minute.
@Component
class ReservesTenues implements Reserves {

    private static final String HOLDS = " (finie_le is null or finie_le > :maintenant) ";

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Comptes comptes;
    private final ApplicationEventPublisher evenements;
    private final Clock clock;
    private volatile Map<GenreDeReserve, Set<UUID>> held = Map.of();

    ReservesTenues(
            JdbcClient jdbc, Journal journal, Comptes comptes, ApplicationEventPublisher evenements, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.comptes = comptes;
        this.evenements = evenements;
        this.clock = clock;
    }

    @Override
    public boolean uncounted(Collection<UUID> personnes) {
        return personnes.stream().anyMatch(personne -> holds(GenreDeReserve.COMPTAGE, personne) || silent(personne));
    }

    @Override
    public boolean unfound(UUID personne) {
        return holds(GenreDeReserve.RECHERCHE, personne) || silent(personne);
    }

    @Override
    public boolean silent(UUID personne) {
        return holds(GenreDeReserve.LIMITATION, personne);
    }

    @Override
    public Set<UUID> limited() {
        return read().getOrDefault(GenreDeReserve.LIMITATION, Set.of());
    }

    private boolean holds(GenreDeReserve genre, UUID personne) {
        return held.getOrDefault(genre, Set.of()).contains(personne);
    }

    /// What holds of these people, who are one: one of each kind.
    List<Reserve> of(Collection<UUID> personnes) {
        return jdbc.sql("""
                        select genre, min(depuis) as depuis, max(finie_le) as finie_le from rgpd.reserve
                         where personne_id = any(:personnes) and %s group by genre order by genre
                        """.formatted(HOLDS))
                .param("personnes", personnes.toArray(UUID[]::new))
                .param("maintenant", OffsetDateTime.now(clock))
                .query((rs, _) -> new Reserve(
                        GenreDeReserve.valueOf(rs.getString("genre")),
                        Dates.day(rs.getObject("depuis", OffsetDateTime.class).toInstant()),
                        Optional.ofNullable(rs.getObject("finie_le", OffsetDateTime.class))
                                .map(fin -> Dates.day(fin.toInstant()))
                                .orElse(null)))
                .list();
    }

    /// All whom the directory knows as the holder of one's account: they are one person.
    Collection<UUID> same(UUID personne) {
        return comptes.ofPersonne(personne)
                .map(compte -> comptes.behind(compte).stream()
                        .map(Comptes.Compte::personneId)
                        .toList())
                .orElseGet(() -> List.of(personne));
    }

    /// Held from now on, until somebody says a day; an end that was said is taken back.
    @Transactional
    public void set(GenreDeReserve genre, Collection<UUID> personnes, Utilisateur par) {
        var now = OffsetDateTime.now(clock);
        int set = jdbc.sql("""
                        update rgpd.reserve set finie_le = null, finie_par = null
                         where personne_id = any(:personnes) and genre = :genre and finie_le > :maintenant
                        """)
                .param("personnes", personnes.toArray(UUID[]::new))
                .param("genre", genre.name())
                .param("maintenant", now)
                .update();
        set += jdbc.sql("""
                        insert into rgpd.reserve (personne_id, genre, depuis, posee_par)
                        select p, :genre, :maintenant, :par from unnest(:personnes::uuid[]) p on conflict do nothing
                        """)
                .param("personnes", personnes.toArray(UUID[]::new))
                .param("genre", genre.name())
                .param("maintenant", now)
                .param("par", par.personneId())
                .update();
        changed(set, ActeRgpd.RESERVE_POSEE, personnes, par);
    }

    /// At once: by the person themselves.
    @Transactional
    public void end(GenreDeReserve genre, Collection<UUID> personnes, Utilisateur par) {
        end(genre, personnes, OffsetDateTime.now(clock), par);
    }

    /// From a day to come, which the person is told today.
    @Transactional
    public void endOn(GenreDeReserve genre, Collection<UUID> personnes, LocalDate fin, Utilisateur par) {
        end(genre, personnes, fin.atStartOfDay(Dates.PARIS).toOffsetDateTime(), par);
    }

    private void end(GenreDeReserve genre, Collection<UUID> personnes, OffsetDateTime fin, Utilisateur par) {
        int ended = jdbc.sql("""
                        update rgpd.reserve set finie_le = :fin, finie_par = :par
                         where personne_id = any(:personnes) and genre = :genre and %s
                        """.formatted(HOLDS))
                .param("personnes", personnes.toArray(UUID[]::new))
                .param("genre", genre.name())
                .param("maintenant", OffsetDateTime.now(clock))
                .param("fin", fin)
                .param("par", par.personneId())
                .update();
        changed(ended, ActeRgpd.RESERVE_LEVEE, personnes, par);
    }

    /// What an officer decides is told to the person; what one does oneself, one knows.
    private void changed(int rows, ActeRgpd acte, Collection<UUID> personnes, Utilisateur par) {
        if (rows > 0) {
            personnes.stream().findFirst().ifPresent(personne -> {
                journal.record(Fait.of(acte, personne).by(par.compteId()).ofRegion());
                if (!par.personnes().contains(personne)) {
                    evenements.publishEvent(new DroitRepondu(Uuids.v7(), personne));
                }
            });
            refresh();
        }
    }

    @Override
    @Scheduled(fixedDelayString = "PT30S")
    public void refresh() {
        held = read();
    }

    private Map<GenreDeReserve, Set<UUID>> read() {
        Map<GenreDeReserve, Set<UUID>> read = new EnumMap<>(GenreDeReserve.class);
        jdbc.sql("select personne_id, genre from rgpd.reserve where" + HOLDS)
                .param("maintenant", OffsetDateTime.now(clock))
                .query(rs -> {
                    read.computeIfAbsent(GenreDeReserve.valueOf(rs.getString("genre")), _ -> new HashSet<>())
                            .add(Colonnes.uuid(rs, "personne_id"));
                });
        return read;
    }
}
