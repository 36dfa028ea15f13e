package fr.entecole.notifications.lettres;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.courriel.Courriel;
import fr.entecole.courriel.Courriels;
import fr.entecole.notifications.Besogne;
import fr.entecole.notifications.Sortes;
import fr.entecole.socle.AdressePublique;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.contrats.EnContinu;
import fr.entecole.socle.contrats.Reserves;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// One letter a day at the hour that someone has chosen, of all that they have not read since the last one, across
/// children and schools: how many news of each kind. Nothing new, no letter; nor for whose data are put aside. The row
/// of an account is locked while its letter is written, with its next hour, in one transaction: one a day at most, on
/// however many nodes.
@Component
class Resumes implements Besogne, EnContinu {

    static final int HEURE = 17;

    private static final int AT_ONCE = 200;

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Courriels courriels;
    private final Sortes sortes;
    private final Desabonnement desabonnement;
    private final AdressePublique publique;
    private final ObjectProvider<Reserves> reserves;

    Resumes(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Courriels courriels,
            Sortes sortes,
            Desabonnement desabonnement,
            AdressePublique publique,
            ObjectProvider<Reserves> reserves) {
        this.reserves = reserves;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.courriels = courriels;
        this.sortes = sortes;
        this.desabonnement = desabonnement;
        this.publique = publique;
    }

    /// From the first address on, at the usual hour.
    void begin(UUID compte, UUID personne, Instant now) {
        jdbc.sql("""
                        insert into notifications.resume (compte_id, personne_id, heure, depuis, prochain_le)
                        values (:compte, :personne, :heure, :now, :prochain) on conflict (compte_id) do nothing
                        """)
                .param("compte", compte)
                .param("personne", personne)
                .param("heure", HEURE)
                .param("now", at(now))
                .param("prochain", at(next(HEURE, now)))
                .update();
    }

    /// @param heure in Paris, from 6 to 21
    void set(UUID compte, UUID personne, int heure, Instant now) {
        begin(compte, personne, now);
        jdbc.sql("update notifications.resume set heure = :heure, prochain_le = :prochain where compte_id = :compte")
                .param("heure", heure)
                .param("prochain", at(next(heure, now)))
                .param("compte", compte)
                .update();
    }

    int heure(UUID compte) {
        return jdbc.sql("select heure from notifications.resume where compte_id = :compte")
                .param("compte", compte)
                .query(Integer.class)
                .optional()
                .orElse(HEURE);
    }

    /// The next time that clocks in Paris show this hour: once a day, the two days of the change included.
    static Instant next(int heure, Instant after) {
        var jour = after.atZone(PARIS).toLocalDate();
        var today = jour.atTime(LocalTime.of(heure, 0)).atZone(PARIS).toInstant();
        return today.isAfter(after)
                ? today
                : jour.plusDays(1).atTime(LocalTime.of(heure, 0)).atZone(PARIS).toInstant();
    }

    @Override
    public String nom() {
        return "resumes";
    }

    @Override
    public @Nullable Instant work(Instant now) {
        for (int i = 0; i < AT_ONCE; i++) {
            if (!Boolean.TRUE.equals(transaction.execute(_ -> writeNext(now)))) {
                return nextDue(now);
            }
        }
        return now;
    }

    private @Nullable Instant nextDue(Instant now) {
        return jdbc.sql("select prochain_le from notifications.resume order by prochain_le limit 1")
                .query((rs, _) ->
                        rs.getObject("prochain_le", OffsetDateTime.class).toInstant())
                .optional()
                .filter(next -> next.isAfter(now))
                .orElse(null);
    }

    private boolean writeNext(Instant now) {
        var due = jdbc.sql("""
                        select compte_id, personne_id, heure, depuis from notifications.resume where prochain_le <= :now
                         order by prochain_le limit 1 for update skip locked
                        """)
                .param("now", at(now))
                .query((rs, _) -> new Du(
                        Colonnes.uuid(rs, "compte_id"),
                        Colonnes.uuid(rs, "personne_id"),
                        rs.getInt("heure"),
                        rs.getObject("depuis", OffsetDateTime.class)))
                .optional();
        due.ifPresent(du -> {
            if (reserves.stream().noneMatch(held -> held.silent(du.personne))) {
                adresse(du.compte).ifPresent(adresse -> letter(adresse, counts(du, now)));
            }
            jdbc.sql("update notifications.resume set depuis = :now, prochain_le = :prochain where compte_id = :compte")
                    .param("now", at(now))
                    .param("prochain", at(next(du.heure, now)))
                    .param("compte", du.compte)
                    .update();
        });
        return due.isPresent();
    }

    private Optional<Map.Entry<UUID, String>> adresse(UUID compte) {
        return jdbc.sql("""
                        select id, courriel from notifications.adresse
                         where compte_id = :compte and verifiee_le is not null and finie_le is null
                        """)
                .param("compte", compte)
                .query((rs, _) -> Map.entry(Colonnes.uuid(rs, "id"), rs.getString("courriel")))
                .optional();
    }

    /// Of the kinds that they want in the summary: what left at once is not told a second time.
    private List<String> counts(Du du, Instant now) {
        var defauts = sortes.all();
        List<String> lines = new ArrayList<>();
        jdbc.sql("""
                        select d.sorte, count(*)::int as combien
                          from notifications.ligne l
                          join notifications.depot d on d.id = l.depot_id
                          left join unnest(:sortes::text[], :cadences::text[]) s (sorte, cadence) on s.sorte = d.sorte
                          left join notifications.preference p on p.compte_id = l.compte_id and p.sorte = d.sorte
                         where l.compte_id = :compte and l.lue_le is null and l.retiree_le is null
                           and l.nee_le > :depuis and l.nee_le <= :now
                           and coalesce(p.cadence, s.cadence) = 'RESUME'
                         group by d.sorte order by d.sorte
                        """)
                .param("compte", du.compte)
                .param("depuis", du.depuis)
                .param("now", at(now))
                .param("sortes", defauts.stream().map(s -> s.code()).toArray(String[]::new))
                .param("cadences", defauts.stream().map(s -> s.cadence().name()).toArray(String[]::new))
                .query(rs -> {
                    lines.add(t("- {0} : {1}", sortes.phrase(rs.getString("sorte")), rs.getInt("combien")));
                });
        return lines;
    }

    private void letter(Map.Entry<UUID, String> adresse, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var stop = desabonnement.lien(adresse.getKey());
        courriels.enqueue(new Courriel(
                adresse.getValue(),
                t("Le résumé du jour de l’ENT de l’école"),
                String.join(
                        "\n\n",
                        t("Bonjour,"),
                        t("Vous n’avez pas encore lu :"),
                        String.join("\n", lines),
                        t("Pour lire :"),
                        publique.lien("/notifications"),
                        t("Changer l’heure ou le choix :"),
                        publique.lien("/notifications/reglages"),
                        t("Ne plus recevoir de courriel, en une touche :"),
                        stop),
                stop,
                adresse.getKey()));
    }

    @Override
    public String phrase() {
        return t("Écrire le courriel de chaque jour");
    }

    @Override
    public Lecture<Attente> attente(Instant now) {
        return EnContinu.waiting(
                "select prochain_le as depuis from notifications.resume where prochain_le <= :now order by prochain_le",
                now);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Du(UUID compte, UUID personne, int heure, OffsetDateTime depuis) {}
}
