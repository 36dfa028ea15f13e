package fr.entecole.calendrier;

import fr.entecole.calendrier.fichiers.LectureCsv;
import fr.entecole.calendrier.fichiers.PeriodeLue;
import fr.entecole.calendrier.fichiers.Zone;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.AnneeScolaire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Holidays as they were published, by zone and school year. A publication takes the place of the former one of the
/// same zone and year, which stays, dated; one that says the same changes nothing. Some come with the application, for
/// a zone and a year that has had none.
@Component
class VacancesPubliees implements InitializingBean {

    private static final Comparator<Vacances> ORDER =
            Comparator.comparing(Vacances::debut).thenComparing(Vacances::nom);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Journal journal;
    private final Clock clock;

    VacancesPubliees(JdbcClient jdbc, TransactionTemplate transaction, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        try {
            var texte = new ClassPathResource("calendrier/zone-c.csv").getContentAsString(StandardCharsets.UTF_8);
            transaction.executeWithoutResult(_ -> byYear(LectureCsv.read(texte)).forEach((annee, periodes) -> {
                if (!hasHad(annee)) {
                    write(annee, periodes, "LIVREE");
                }
            }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All that stand, the last year first.
    List<Vacances> all() {
        return jdbc.sql("""
                        select id, zone, annee, nom, debut, reprise from calendrier.vacances
                         where remplacee_le is null order by annee desc, zone, debut, nom
                        """).query(Calendriers::vacances).list();
    }

    Optional<Vacances> find(UUID id) {
        return all().stream().filter(v -> id.equals(v.id())).findFirst();
    }

    /// @return zones and years whose holidays are others than before
    int publish(Collection<PeriodeLue> lues, UUID compte) {
        return change(compte, () -> (int) byYear(lues).entrySet().stream()
                .filter(e -> replace(e.getKey(), e.getValue(), "IMPORTEE"))
                .count());
    }

    /// Beside the others of its zone and year; in place of one of the same name.
    void keep(Vacances one, UUID compte) {
        change(compte, () -> {
            var annee = new AnneeDeZone(one.zone(), one.annee());
            var others = but(annee, v -> v.nom().equals(one.nom()));
            others.add(one);
            return replace(annee, others, "SAISIE") ? 1 : 0;
        });
    }

    void withdraw(Vacances one, UUID compte) {
        change(compte, () -> {
            var annee = new AnneeDeZone(one.zone(), one.annee());
            return replace(annee, but(annee, v -> v.equals(one)), "SAISIE") ? 1 : 0;
        });
    }

    private int change(UUID compte, IntSupplier what) {
        var changed = transaction.execute(_ -> {
            // one publication at a time: the second sees what the first has written
            jdbc.sql("lock table calendrier.vacances in share row exclusive mode")
                    .update();
            int years = what.getAsInt();
            if (years > 0) {
                journal.record(Fait.of(ActeCalendrier.VACANCES_CHANGEES)
                        .by(compte)
                        .with(Map.of("annees", years))
                        .ofRegion());
            }
            return years;
        });
        return changed == null ? 0 : changed;
    }

    private List<Vacances> but(AnneeDeZone annee, Predicate<Vacances> gone) {
        return current(annee).stream().filter(gone.negate()).collect(Collectors.toCollection(ArrayList::new));
    }

    private boolean replace(AnneeDeZone annee, List<Vacances> periodes, String source) {
        if (said(current(annee)).equals(said(periodes))) {
            return false;
        }
        jdbc.sql("""
                        update calendrier.vacances set remplacee_le = :maintenant
                         where zone = :zone and annee = :annee and remplacee_le is null
                        """)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("zone", annee.zone.name())
                .param("annee", annee.annee.rentree())
                .update();
        write(annee, periodes, source);
        return true;
    }

    private void write(AnneeDeZone annee, List<Vacances> periodes, String source) {
        for (var v : periodes) {
            jdbc.sql("""
                            insert into calendrier.vacances (zone, annee, nom, debut, reprise, source, created_at)
                            values (:zone, :annee, :nom, :debut, :reprise::date, :source, :maintenant)
                            """)
                    .param("zone", annee.zone.name())
                    .param("annee", annee.annee.rentree())
                    .param("nom", v.nom())
                    .param("debut", v.debut())
                    .param("reprise", v.reprise())
                    .param("source", source)
                    .param("maintenant", OffsetDateTime.now(clock))
                    .update();
        }
    }

    private List<Vacances> current(AnneeDeZone annee) {
        return all().stream()
                .filter(v -> v.zone() == annee.zone && v.annee().equals(annee.annee))
                .toList();
    }

    private boolean hasHad(AnneeDeZone annee) {
        return jdbc.sql("select exists (select 1 from calendrier.vacances where zone = :zone and annee = :annee)")
                .param("zone", annee.zone.name())
                .param("annee", annee.annee.rentree())
                .query((rs, _) -> rs.getBoolean(1))
                .single();
    }

    /// What they say, whatever their ids and order.
    private static List<Vacances> said(List<Vacances> periodes) {
        return periodes.stream()
                .map(v -> new Vacances(null, v.zone(), v.annee(), v.nom(), v.debut(), v.reprise()))
                .sorted(ORDER)
                .toList();
    }

    private static Map<AnneeDeZone, List<Vacances>> byYear(Collection<PeriodeLue> lues) {
        return lues.stream()
                .map(l -> new Vacances(null, l.zone(), new AnneeScolaire(l.rentree()), l.nom(), l.debut(), l.reprise()))
                .collect(Collectors.groupingBy(v -> new AnneeDeZone(v.zone(), v.annee())));
    }

    private record AnneeDeZone(Zone zone, AnneeScolaire annee) {}
}
