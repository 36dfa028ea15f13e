package fr.entecole.mesure;

import fr.entecole.mesure.Cellule.Ajout;
import fr.entecole.mesure.Visites.Pas;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Sceau;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Reserves;
import fr.entecole.socle.contrats.ServiceMesure.Service;
import jakarta.annotation.PreDestroy;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/// Adds in the memory of the node, and writes all of it together, twice a minute and when the node stops. A page asks
/// nothing of the database for it. What cannot be written waits for the next time.
@Component
class Compteurs {

    private static final Logger LOG = LoggerFactory.getLogger(Compteurs.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Sceau sceau;
    private final Clock clock;
    private final Collecteur collecteur;
    private final SingletonSupplier<List<Reserves>> reserves;
    private final Map<Cellule, Ajout> comptes = new ConcurrentHashMap<>();
    private final Set<Marque> marques = ConcurrentHashMap.newKeySet();

    Compteurs(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Sceau sceau,
            Clock clock,
            Collecteur collecteur,
            ObjectProvider<Reserves> reserves) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.sceau = sceau;
        this.clock = clock;
        this.collecteur = collecteur;
        this.reserves = SingletonSupplier.of(() -> reserves.stream().toList()); // asked again, it searches all beans
    }

    static LocalDate monday(LocalDate jour) {
        return jour.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /// A page of this service was opened by this person: for each of their schools, and once for the region.
    /// Whoever has asked for it is counted nowhere.
    void add(Utilisateur utilisateur, Service service, Appareil appareil, Pas pas) {
        if (reserves.obtain().stream().anyMatch(one -> one.uncounted(utilisateur.personnes()))) {
            return;
        }
        var now = ZonedDateTime.now(clock);
        var profil = ProfilMesure.of(utilisateur.profil());
        var one = new Ajout(pas.entree() ? 1 : 0, pas.premiere() ? 1 : 0, 1);
        var jour = now.toLocalDate();
        count(new Cellule(Cle.PARTOUT, jour, now.getHour(), profil, service, appareil), one);
        for (var ecole : utilisateur.ecoles()) {
            count(new Cellule(ecole, jour, now.getHour(), profil, service, appareil), one);
            if (pas.premiere()) {
                var semaine = monday(jour);
                marques.add(new Marque(semaine, ecole, profil, mark(semaine, utilisateur.compteId())));
            }
        }
    }

    private void count(Cellule cellule, Ajout more) {
        comptes.merge(cellule, more, Ajout::plus);
    }

    /// Two accounts of a school have the same one time in sixty-five thousand.
    private int mark(LocalDate semaine, UUID compte) {
        return ByteBuffer.wrap(sceau.of("mesure", semaine + " " + compte)).getShort() & 0xffff;
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    @PreDestroy
    synchronized void write() {
        var taken = take();
        List<Marque> seen = marques.stream().filter(marques::remove).toList();
        if (taken.isEmpty() && seen.isEmpty()) {
            return;
        }
        try {
            transaction.executeWithoutResult(_ -> {
                writeComptes(taken);
                writeMarques(seen);
            });
        } catch (RuntimeException e) {
            taken.forEach(this::count);
            marques.addAll(seen);
            LOG.warn("les comptes d’usage attendent : {}", e.getClass().getSimpleName());
            return;
        }
        collecteur.send(taken);
    }

    /// Rows in one order: two nodes that write the same ones never wait for each other.
    private Map<Cellule, Ajout> take() {
        Map<Cellule, Ajout> taken = new TreeMap<>();
        for (var cellule : List.copyOf(comptes.keySet())) {
            var compte = comptes.remove(cellule);
            if (compte != null) {
                taken.put(cellule, compte);
            }
        }
        return taken;
    }

    private void writeComptes(Map<Cellule, Ajout> taken) {
        var cellules = new ArrayList<>(taken.keySet());
        jdbc.sql("""
                        insert into mesure.compteur as c
                               (ecole_id, jour, heure, profil, service, appareil, entrees, visites, pages)
                        select n.ecole_id, n.jour, n.heure, n.profil, n.service, n.appareil, n.entrees, n.visites, n.pages
                          from unnest(:ecoles::uuid[], :jours::date[], :heures::int[], :profils::text[],
                                      :services::text[], :appareils::text[], :entrees::bigint[], :visites::bigint[],
                                      :pages::bigint[])
                               n (ecole_id, jour, heure, profil, service, appareil, entrees, visites, pages)
                        on conflict (ecole_id, jour, heure, profil, service, appareil) do update
                           set entrees = c.entrees + excluded.entrees, visites = c.visites + excluded.visites,
                               pages = c.pages + excluded.pages
                        """)
                .param("ecoles", cellules.stream().map(Cellule::ecole).toArray(UUID[]::new))
                .param("jours", cellules.stream().map(c -> c.jour().toString()).toArray(String[]::new))
                .param("heures", cellules.stream().map(Cellule::heure).toArray(Integer[]::new))
                .param("profils", cellules.stream().map(c -> c.profil().name()).toArray(String[]::new))
                .param(
                        "services",
                        cellules.stream().map(c -> c.service().name()).toArray(String[]::new))
                .param(
                        "appareils",
                        cellules.stream().map(c -> c.appareil().name()).toArray(String[]::new))
                .param("entrees", numbers(taken, Ajout::entrees))
                .param("visites", numbers(taken, Ajout::visites))
                .param("pages", numbers(taken, Ajout::pages))
                .update();
    }

    private static Long[] numbers(Map<Cellule, Ajout> taken, ToLongFunction<Ajout> which) {
        return taken.values().stream().map(which::applyAsLong).toArray(Long[]::new);
    }

    private void writeMarques(List<Marque> seen) {
        var ordered = seen.stream()
                .sorted(Comparator.comparing((Marque m) -> m.ecole.toString())
                        .thenComparing(Marque::profil)
                        .thenComparing(Marque::marque))
                .toList();
        jdbc.sql("""
                        insert into mesure.marque (semaine, ecole_id, profil, marque)
                        select * from unnest(:semaines::date[], :ecoles::uuid[], :profils::text[], :marques::int[])
                        on conflict do nothing
                        """)
                .param(
                        "semaines",
                        ordered.stream().map(m -> m.semaine.toString()).toArray(String[]::new))
                .param("ecoles", ordered.stream().map(Marque::ecole).toArray(UUID[]::new))
                .param("profils", ordered.stream().map(m -> m.profil.name()).toArray(String[]::new))
                .param("marques", ordered.stream().map(Marque::marque).toArray(Integer[]::new))
                .update();
    }

    private record Marque(LocalDate semaine, UUID ecole, ProfilMesure profil, int marque) {}
}
