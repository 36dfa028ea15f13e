package fr.entecole.comptes.portes;

import fr.entecole.comptes.Perissable;
import fr.entecole.comptes.appareils.Appareil;
import fr.entecole.comptes.appareils.Provenance;
import fr.entecole.comptes.sessions.Sessions;
import fr.entecole.socle.Sceau;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Slows wrong sign-ins, for all nodes together: by login and device, by login and address, by login from anywhere, by
/// address. Each leaves some tries free, then makes wait twice as long at each failure up to a cap, and forgets. Where
/// a person has come in before, only their own failures count: nobody can lock a class out of its school, nor an
/// account for good. ADR 0011.
@Component
public class Frein implements Perissable {

    /// Accounts known at an address from which it is taken for a school's.
    private static final int ECOLE = 10;

    private static final int FREE_EACH = 10;
    private static final int MOST_KNOWN = 100;
    private static final Duration PLAFOND_ECOLE = Duration.ofSeconds(5);

    /// @param libres failures that cost nothing
    /// @param plafond the longest wait
    /// @param oubli quiet time after which failures are forgotten
    enum Mesure {
        APPAREIL(4, Duration.ofMinutes(15), Duration.ofDays(1)),
        LIEU(4, Duration.ofMinutes(15), Duration.ofDays(1)),
        LOGIN(20, Duration.ofMinutes(15), Duration.ofDays(1)),
        ADRESSE(50, Duration.ofSeconds(30), Duration.ofMinutes(15)),
        QUARTIER(100, Duration.ofSeconds(30), Duration.ofMinutes(15)),
        OPERATEUR(200, Duration.ofSeconds(30), Duration.ofMinutes(15)),
        /// what a person who is known at the place fails there while strangers wait
        OMBRE(4, Duration.ofMinutes(15), Duration.ofDays(1)),
        /// a class to close, on the device where it is open
        FERMETURE(5, Duration.ofMinutes(15), Duration.ofHours(3)),
        SECOND(5, Duration.ofMinutes(15), Duration.ofDays(1)),
        CODE(20, Duration.ofSeconds(30), Duration.ofMinutes(15)),
        CODE_QUARTIER(40, Duration.ofSeconds(30), Duration.ofMinutes(15)),
        CODE_OPERATEUR(80, Duration.ofSeconds(30), Duration.ofMinutes(15));

        /// What counts against a stranger, besides their own tries here.
        static final Set<Mesure> DE_TOUS = EnumSet.of(LOGIN, ADRESSE, QUARTIER, OPERATEUR);
        /// Those of them that are a place.
        static final Set<Mesure> RESEAUX = EnumSet.of(ADRESSE, QUARTIER, OPERATEUR);

        final int libres;
        final Duration plafond;
        final Duration oubli;

        Mesure(int libres, Duration plafond, Duration oubli) {
            this.libres = libres;
            this.plafond = plafond;
            this.oubli = oubli;
        }

        Duration delay(int over, Duration most) {
            if (over < 0) {
                return Duration.ZERO;
            }
            var delay = Duration.ofSeconds(1L << Math.min(over, 20));
            return delay.compareTo(most) > 0 ? most : delay;
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Sceau sceau;

    Frein(JdbcClient jdbc, Clock clock, Sceau sceau) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.sceau = sceau;
    }

    public Allure look(String login, Provenance provenance) {
        var reseau = Reseau.of(provenance.adresse());
        var cles = cles(login, provenance, reseau);
        var lignes = read(cles);
        if (known(lignes.get(Mesure.APPAREIL))) {
            var attente = longest(lignes, Set.of(Mesure.APPAREIL));
            return new Allure(true, EnumSet.of(Mesure.APPAREIL), attente, attente, reseau.file());
        }
        var ici = longest(lignes, Set.of(Mesure.LIEU));
        var partout = longest(lignes, Mesure.DE_TOUS);
        var dite = ici.compareTo(partout) > 0 ? ici : partout;
        if (known(lignes.get(Mesure.LIEU))) {
            // Where strangers wait, a wrong password of a known person is told their words: nobody reads there who
            // comes in here. A right one opens.
            return partout.isPositive()
                    ? new Allure(
                            true, EnumSet.of(Mesure.OMBRE), longest(lignes, Set.of(Mesure.OMBRE)), dite, reseau.file())
                    : new Allure(true, EnumSet.of(Mesure.LIEU), ici, ici, reseau.file());
        }
        var mesures = EnumSet.of(Mesure.LIEU);
        mesures.addAll(Mesure.DE_TOUS);
        mesures.retainAll(cles.keySet());
        // A login past its free tries is slowed by itself: one pupil's obstinacy is not the whole school's.
        var lieu = lignes.get(Mesure.LIEU);
        if (lieu != null && over(Mesure.LIEU, lieu, 0) >= 0) {
            mesures.removeAll(Mesure.RESEAUX);
        }
        return new Allure(false, mesures, dite, dite, reseau.file());
    }

    /// How long an address waits before another unknown code is looked at there; a right one never waits.
    public Duration lookCode(Provenance provenance) {
        var cles = clesCode(provenance);
        return longest(read(cles), cles.keySet());
    }

    /// How long the device waits before it may be tried again to close this class, or this child's page, there.
    public Duration lookClosing(String classe) {
        var cle = sceau.of("fermeture-essais", classe);
        return longest(read(Map.of(Mesure.FERMETURE, cle)), Set.of(Mesure.FERMETURE));
    }

    @Transactional
    public void failClosing(String classe) {
        count(sceau.of("fermeture-essais", classe), Mesure.FERMETURE);
    }

    public Duration lookSecond(UUID compte) {
        return longest(read(Map.of(Mesure.SECOND, second(compte))), Set.of(Mesure.SECOND));
    }

    @Transactional // before it is judged: many at once are no way round
    public void countSecond(UUID compte) {
        count(second(compte), Mesure.SECOND);
    }

    @Transactional
    public void succeedSecond(UUID compte) {
        jdbc.sql("delete from comptes.essai where cle = :cle")
                .param("cle", second(compte))
                .update();
    }

    private byte[] second(UUID compte) {
        return sceau.of("second-essais", compte.toString());
    }

    private Duration longest(Map<Mesure, Ligne> lignes, Set<Mesure> mesures) {
        // the school's people are known at its own network, which the wider ones hold
        var adresse = lignes.get(Mesure.ADRESSE);
        int known = adresse == null ? 0 : adresse.comptes();
        var longest = Duration.ZERO;
        for (var mesure : mesures) {
            var ligne = lignes.get(mesure);
            var wait = ligne == null
                    ? Duration.ZERO
                    : wait(mesure, ligne, Math.max(ligne.comptes(), ofPlace(mesure, known)));
            longest = wait.compareTo(longest) > 0 ? wait : longest;
        }
        return longest;
    }

    private static int ofPlace(Mesure mesure, int known) {
        return Mesure.RESEAUX.contains(mesure) ? known : 0;
    }

    private Map<Mesure, Ligne> read(Map<Mesure, byte[]> cles) {
        Map<String, Mesure> mesures = new HashMap<>();
        cles.forEach((mesure, cle) -> mesures.put(hex(cle), mesure));
        Map<Mesure, Ligne> lignes = new EnumMap<>(Mesure.class);
        jdbc.sql("""
                        select e.cle, e.echecs, e.dernier_le, e.reussi_le is not null as connu,
                               (select count(*) from (select 1 from comptes.essai k
                                                       where k.adresse = e.cle and k.reussi_le is not null
                                                       limit :assez) c) as comptes
                          from comptes.essai e where e.cle in (:cles)
                        """).param("cles", cles.values()).param("assez", MOST_KNOWN).query(rs -> {
            lignes.put(
                    java.util.Objects.requireNonNull(mesures.get(hex(rs.getBytes("cle")))),
                    new Ligne(
                            rs.getInt("echecs"),
                            Sessions.instant(rs, "dernier_le"),
                            rs.getBoolean("connu"),
                            rs.getInt("comptes")));
        });
        return lignes;
    }

    private static boolean known(@Nullable Ligne ligne) {
        return ligne != null && ligne.connu();
    }

    private int over(Mesure mesure, Ligne ligne, int comptes) {
        return ligne.dernierLe().plus(mesure.oubli).isBefore(clock.instant())
                ? -1
                : ligne.echecs() - mesure.libres - FREE_EACH * comptes;
    }

    private Duration wait(Mesure mesure, Ligne ligne, int comptes) {
        var now = clock.instant();
        var most = comptes >= ECOLE ? PLAFOND_ECOLE : mesure.plafond;
        var until = ligne.dernierLe().plus(mesure.delay(over(mesure, ligne, comptes), most));
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    @Transactional
    public void fail(String login, Provenance provenance, Allure allure) {
        var cles = cles(login, provenance, Reseau.of(provenance.adresse()));
        cles.keySet().retainAll(allure.mesures());
        countAll(cles);
    }

    @Transactional
    public void failCode(Provenance provenance) {
        countAll(clesCode(provenance));
    }

    /// In the order of the keys: two failures at once never wait for each other.
    private void countAll(Map<Mesure, byte[]> cles) {
        Map<String, Mesure> ordered = new TreeMap<>();
        cles.forEach((mesure, cle) -> ordered.put(hex(cle), mesure));
        ordered.forEach((cle, mesure) -> count(HexFormat.of().parseHex(cle), mesure));
    }

    private void count(byte[] cle, Mesure mesure) {
        var now = clock.instant();
        jdbc.sql("""
                        insert into comptes.essai (cle, echecs, dernier_le) values (:cle, 1, :now)
                        on conflict (cle) do update set dernier_le = :now,
                           echecs = case when essai.dernier_le < :oubli then 1 else essai.echecs + 1 end
                        """)
                .param("cle", cle)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("oubli", now.minus(mesure.oubli).atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The device and the address are this person's from now on. What others fail at the address stays counted when
    /// the person came by their own device.
    void succeed(String login, Provenance provenance, UUID compte) {
        var cles = cles(login, provenance, Reseau.of(provenance.adresse()));
        var appareil = cles.get(Mesure.APPAREIL);
        jdbc.sql("""
                        insert into comptes.essai (cle, echecs, dernier_le, reussi_le, compte_id, adresse)
                        select n.cle, 0, :now, :now, :compte, n.adresse
                          from (values (:lieu::bytea, :adresse::bytea), (:appareil::bytea, null)) as n (cle, adresse)
                         where n.cle is not null
                        on conflict (cle) do update
                           set echecs = case when essai.cle = :lieu and exists
                                   (select 1 from comptes.essai a where a.cle = :appareil and a.reussi_le is not null)
                               then essai.echecs else 0 end,
                               dernier_le = :now, reussi_le = :now, compte_id = :compte, adresse = excluded.adresse
                        """)
                .param("lieu", cle(cles, Mesure.LIEU))
                .param("appareil", appareil)
                .param("adresse", cle(cles, Mesure.ADRESSE))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("compte", compte)
                .update();
    }

    /// Failures are kept a day, the places of a person three months after the last time.
    @Override
    public int purge() {
        var now = clock.instant();
        return jdbc.sql("""
                        delete from comptes.essai
                         where dernier_le < :jour and (reussi_le is null or reussi_le < :trimestre)
                        """)
                .param("jour", now.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
                .param("trimestre", now.minus(Appareil.DUREE).atOffset(ZoneOffset.UTC))
                .update();
    }

    private Map<Mesure, byte[]> cles(String login, Provenance provenance, Reseau reseau) {
        Map<Mesure, byte[]> cles = new EnumMap<>(Mesure.class);
        if (provenance.appareil() != null) {
            cles.put(Mesure.APPAREIL, sceau.of("appareil", login + "\n" + provenance.appareil()));
        }
        cles.put(Mesure.LIEU, sceau.of("lieu", login + "\n" + reseau.lieu()));
        cles.put(Mesure.OMBRE, sceau.of("ombre", login + "\n" + reseau.lieu()));
        cles.put(Mesure.LOGIN, sceau.of("login", login));
        cles.put(Mesure.ADRESSE, sceau.of("adresse", reseau.lieu()));
        if (reseau.quartier() != null && reseau.operateur() != null) {
            cles.put(Mesure.QUARTIER, sceau.of("adresse", reseau.quartier()));
            cles.put(Mesure.OPERATEUR, sceau.of("adresse", reseau.operateur()));
        }
        return cles;
    }

    private Map<Mesure, byte[]> clesCode(Provenance provenance) {
        var reseau = Reseau.of(provenance.adresse());
        Map<Mesure, byte[]> cles = new EnumMap<>(Mesure.class);
        cles.put(Mesure.CODE, sceau.of("adresse-code", reseau.lieu()));
        if (reseau.quartier() != null && reseau.operateur() != null) {
            cles.put(Mesure.CODE_QUARTIER, sceau.of("adresse-code", reseau.quartier()));
            cles.put(Mesure.CODE_OPERATEUR, sceau.of("adresse-code", reseau.operateur()));
        }
        return cles;
    }

    private static byte[] cle(Map<Mesure, byte[]> cles, Mesure mesure) {
        return java.util.Objects.requireNonNull(cles.get(mesure));
    }

    private static String hex(byte[] cle) {
        return HexFormat.of().formatHex(cle);
    }

    /// @param connu this person has come in from this device or this address before
    /// @param mesures what a failure now would count in
    /// @param attente how long until the next try is looked at; zero: now
    /// @param dite how long to wait, as it is told to whoever does not come in: of strangers, the same
    /// @param file who waits at the door behind whom
    public record Allure(boolean connu, Set<Mesure> mesures, Duration attente, Duration dite, String file) {}

    /// @param comptes accounts that have come in from the address before
    private record Ligne(int echecs, Instant dernierLe, boolean connu, int comptes) {}
}
