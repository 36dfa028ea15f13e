package fr.entecole.annuaire.doublons;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.doublons.Paires.Deux;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.contrats.Travail;
import fr.entecole.socle.contrats.TravauxOfferts;
import java.time.Clock;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Each night, school by school: the pairs that look like one person, for the list of the region. What a night no
/// longer finds is no longer there.
@Component
class Ressemblances implements TravauxOfferts {

    private final JdbcClient jdbc;
    private final Paires paires;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Ressemblances(JdbcClient jdbc, Paires paires, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.paires = paires;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Travail> travaux() {
        return List.of(new Recherche());
    }

    private record Ecole(UUID id, String academie, String uai) {}

    /// @return how many pairs
    long look() {
        var now = OffsetDateTime.now(clock);
        long found = 0;
        for (var ecole : jdbc.sql("""
                        select s.id, s.academie, coalesce(s.uai, '') as uai from annuaire.structure s
                         where s.genre = 'ECOLE' order by s.id
                        """)
                .query((rs, _) -> new Ecole(
                        Colonnes.uuid(rs, "id"),
                        String.valueOf(rs.getString("academie")),
                        String.valueOf(rs.getString("uai"))))
                .list()) {
            var pairs = paires.of(ecole.id());
            transaction.executeWithoutResult(_ -> write(ecole, pairs, now));
            found += pairs.size();
        }
        jdbc.sql("delete from annuaire.ressemblance where vue_le < :maintenant")
                .param("maintenant", now)
                .update();
        return found;
    }

    private void write(Ecole ecole, List<Deux> pairs, OffsetDateTime now) {
        jdbc.sql("delete from annuaire.ressemblance where ecole_id = :ecole")
                .param("ecole", ecole.id())
                .update();
        for (var pair : pairs) {
            jdbc.sql("""
                            insert into annuaire.ressemblance (ecole_id, academie, uai, nature, un, autre, signes, vue_le)
                            values (:ecole, :academie, :uai, :nature, :un, :autre, :signes, :maintenant)
                            on conflict do nothing
                            """)
                    .param("ecole", ecole.id())
                    .param("academie", ecole.academie())
                    .param("uai", ecole.uai())
                    .param("nature", pair.nature().name())
                    .param("un", pair.un())
                    .param("autre", pair.autre())
                    .param("signes", pair.signes().toArray(String[]::new))
                    .param("maintenant", now)
                    .update();
        }
    }

    private final class Recherche implements Travail {

        @Override
        public String nom() {
            return "annuaire.ressemblances";
        }

        @Override
        public String phrase() {
            return t("Chercher les fiches en double, école par école");
        }

        @Override
        public Rythme rythme() {
            return new Rythme.Nuit(LocalTime.of(4, 26));
        }

        @Override
        public Map<String, Long> run() {
            return Map.of("paires", look());
        }

        @Override
        public String bilan(Map<String, Long> compte) {
            return t(
                    "{0, plural, =0 {Aucune fiche en double} one {Une paire de fiches en double} other {# paires de fiches en double}}",
                    compte.getOrDefault("paires", 0L));
        }
    }
}
