package fr.entecole.comptes;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Slows wrong sign-ins, for all nodes together: by login and address, by login from anywhere, by address. Each leaves
/// some tries free, then makes wait twice as long at each failure up to a cap, and forgets. Where a person has signed
/// in before, only their own failures from there count: nobody can lock a class out of its school, nor an account
/// for good. ADR 0011.
@Component
class Frein {

    /// @param libres failures that cost nothing
    /// @param plafond the longest wait
    /// @param oubli quiet time after which failures are forgotten
    enum Mesure {
        LIEU(4, Duration.ofMinutes(15), Duration.ofDays(1)),
        LOGIN(20, Duration.ofMinutes(15), Duration.ofDays(1)),
        ADRESSE(50, Duration.ofSeconds(30), Duration.ofMinutes(15));

        final int libres;
        final Duration plafond;
        final Duration oubli;

        Mesure(int libres, Duration plafond, Duration oubli) {
            this.libres = libres;
            this.plafond = plafond;
            this.oubli = oubli;
        }

        Duration delay(int echecs) {
            int over = echecs - libres;
            if (over < 0) {
                return Duration.ZERO;
            }
            var delay = Duration.ofSeconds(1L << Math.min(over, 20));
            return delay.compareTo(plafond) > 0 ? plafond : delay;
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Frein(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Etat look(String login, String adresse) {
        var cles = cles(login, adresse);
        Map<String, Ligne> lignes = new TreeMap<>();
        jdbc.sql(
                        "select cle, echecs, dernier_le, reussi_le is not null as connu from comptes.essai where cle in (:cles)")
                .param("cles", cles.values())
                .query((rs, _) -> lignes.put(
                        HexFormat.of().formatHex(rs.getBytes("cle")),
                        new Ligne(rs.getInt("echecs"), Sessions.instant(rs, "dernier_le"), rs.getBoolean("connu"))))
                .list();
        var lieu = lignes.get(HexFormat.of().formatHex(cle(cles, Mesure.LIEU)));
        boolean connu = lieu != null && lieu.connu();
        var attente = Duration.ZERO;
        for (var mesure : connu ? new Mesure[] {Mesure.LIEU} : Mesure.values()) {
            var ligne = lignes.get(HexFormat.of().formatHex(cle(cles, mesure)));
            var wait = ligne == null ? Duration.ZERO : wait(mesure, ligne);
            attente = wait.compareTo(attente) > 0 ? wait : attente;
        }
        return new Etat(connu, attente);
    }

    private Duration wait(Mesure mesure, Ligne ligne) {
        var now = clock.instant();
        if (ligne.dernierLe().plus(mesure.oubli).isBefore(now)) {
            return Duration.ZERO;
        }
        var until = ligne.dernierLe().plus(mesure.delay(ligne.echecs()));
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    @Transactional
    public void fail(String login, String adresse, Etat etat) {
        var cles = cles(login, adresse);
        var now = clock.instant();
        // In the order of the keys: two failures at once never wait for each other.
        Map<String, Mesure> ordered = new TreeMap<>();
        for (var mesure : etat.connu() ? new Mesure[] {Mesure.LIEU} : Mesure.values()) {
            ordered.put(HexFormat.of().formatHex(cle(cles, mesure)), mesure);
        }
        ordered.forEach((cle, mesure) -> jdbc.sql("""
                        insert into comptes.essai (cle, echecs, dernier_le) values (:cle, 1, :now)
                        on conflict (cle) do update set dernier_le = :now,
                           echecs = case when essai.dernier_le < :oubli then 1 else essai.echecs + 1 end
                        """)
                .param("cle", HexFormat.of().parseHex(cle))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("oubli", now.minus(mesure.oubli).atOffset(ZoneOffset.UTC))
                .update());
    }

    void succeed(String login, String adresse, UUID compte) {
        jdbc.sql("""
                        insert into comptes.essai (cle, echecs, dernier_le, reussi_le, compte_id)
                        values (:cle, 0, :now, :now, :compte)
                        on conflict (cle) do update
                           set echecs = 0, dernier_le = :now, reussi_le = :now, compte_id = :compte
                        """)
                .param("cle", cle(cles(login, adresse), Mesure.LIEU))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("compte", compte)
                .update();
    }

    /// Failures are kept a day, the places of a person three months after the last time.
    int purge() {
        var now = clock.instant();
        return jdbc.sql("""
                        delete from comptes.essai
                         where dernier_le < :jour and (reussi_le is null or reussi_le < :trimestre)
                        """)
                .param("jour", now.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
                .param("trimestre", now.minus(Duration.ofDays(90)).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Map<Mesure, byte[]> cles(String login, String adresse) {
        var reseau = reseau(adresse);
        return Map.of(
                Mesure.LIEU, Empreinte.of("lieu\n" + login + "\n" + reseau),
                Mesure.LOGIN, Empreinte.of("login\n" + login),
                Mesure.ADRESSE, Empreinte.of("adresse\n" + reseau));
    }

    private static byte[] cle(Map<Mesure, byte[]> cles, Mesure mesure) {
        return java.util.Objects.requireNonNull(cles.get(mesure));
    }

    /// One home or school has a whole /64 of IPv6: its first half stands for it.
    private static String reseau(String adresse) {
        try {
            return InetAddress.ofLiteral(adresse) instanceof Inet6Address v6
                    ? HexFormat.of().formatHex(Arrays.copyOf(v6.getAddress(), 8))
                    : adresse;
        } catch (IllegalArgumentException e) {
            return adresse;
        }
    }

    /// @param connu this person has signed in from this address before
    /// @param attente how long until the next try counts; zero: now
    record Etat(boolean connu, Duration attente) {}

    private record Ligne(int echecs, Instant dernierLe, boolean connu) {}
}
