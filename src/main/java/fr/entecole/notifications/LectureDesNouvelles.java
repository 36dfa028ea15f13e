package fr.entecole.notifications;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.notifications.EnfantsConcernes.Enfant;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The bell of someone: their lines in their present role, the last ones first.
@Component
class LectureDesNouvelles {

    static final int PAGE = 30;

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient jdbc;
    private final Cloches cloches;
    private final Clock clock;

    LectureDesNouvelles(JdbcClient jdbc, Cloches cloches, Clock clock) {
        this.jdbc = jdbc;
        this.cloches = cloches;
        this.clock = clock;
    }

    /// @param apres the last one of the page before, null for the first page
    List<Ligne> page(Utilisateur lecteur, @Nullable UUID apres, int most) {
        return jdbc.sql("""
                        select l.id, d.sorte, d.titre, d.titre_avant is not null as cotee, l.nee_le, l.lue_le is not null as lue,
                               l.ecole_id, d.pour,
                               a.prenom, a.nom
                          from notifications.ligne l join notifications.depot d on d.id = l.depot_id
                          left join lateral (select n.prenom, n.nom from comptes.nomme n
                                              where n.id = d.auteur_id limit 1) a on true
                         where l.compte_id = :compte and l.personne_id = any(:personnes) and l.retiree_le is null
                           and (:apres = :last or (l.nee_le, l.id) < (select p.nee_le, p.id from notifications.ligne p
                                                                       where p.id = :apres))
                         order by l.nee_le desc, l.id desc limit :most
                        """)
                .param("compte", lecteur.compteId())
                .param("personnes", lecteur.personnes().toArray(UUID[]::new))
                .param("apres", apres == null ? LAST : apres)
                .param("last", LAST)
                .param("most", most)
                .query((rs, _) -> {
                    var nee = rs.getObject("nee_le", OffsetDateTime.class).atZoneSameInstant(PARIS);
                    return new Ligne(
                            Colonnes.uuid(rs, "id"),
                            rs.getString("sorte"),
                            rs.getString("titre"),
                            rs.getBoolean("cotee"),
                            nee,
                            rs.getBoolean("lue"),
                            Colonnes.uuid(rs, "ecole_id"),
                            rs.getString("nom") == null
                                    ? ""
                                    : Appellations.personne(rs.getString("prenom"), rs.getString("nom")),
                            rs.getString("pour"));
                })
                .list();
    }

    /// Reads one of theirs.
    ///
    /// @return the address of what it tells; empty when it is not theirs
    Optional<String> read(Utilisateur lecteur, UUID id) {
        var adresse = jdbc.sql("""
                        update notifications.ligne l set lue_le = coalesce(l.lue_le, :now)
                          from notifications.depot d
                         where l.id = :id and l.compte_id = :compte and l.personne_id = any(:personnes)
                           and l.retiree_le is null and d.id = l.depot_id
                        returning case when d.titre_avant is null then d.adresse else '/notifications' end as adresse
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .param("compte", lecteur.compteId())
                .param("personnes", lecteur.personnes().toArray(UUID[]::new))
                .query((rs, _) -> rs.getString("adresse"))
                .optional();
        cloches.forget(lecteur.compteId());
        return adresse;
    }

    /// Reads all that they have seen: what has come since stays unread.
    ///
    /// @param jusque the last one that was on the page
    /// @return false when that one is not theirs
    boolean readAll(Utilisateur lecteur, UUID jusque) {
        boolean mine = jdbc.sql("""
                        select exists (select 1 from notifications.ligne
                                        where id = :jusque and compte_id = :compte and personne_id = any(:personnes))
                        """)
                .param("jusque", jusque)
                .param("compte", lecteur.compteId())
                .param("personnes", lecteur.personnes().toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
        if (!mine) {
            return false;
        }
        jdbc.sql("""
                        update notifications.ligne set lue_le = :now
                         where compte_id = :compte and personne_id = any(:personnes) and lue_le is null
                           and (nee_le, id) <= (select p.nee_le, p.id from notifications.ligne p where p.id = :jusque)
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("compte", lecteur.compteId())
                .param("personnes", lecteur.personnes().toArray(UUID[]::new))
                .param("jusque", jusque)
                .update();
        cloches.forget(lecteur.compteId());
        return true;
    }

    /// @param sorte code of its kind
    /// @param cotee what it tells is put aside for now: it leads nowhere
    /// @param ecole through which it reaches them
    /// @param auteur by name; empty for the house itself
    /// @param pour publics that it means, by their codes
    record Ligne(
            UUID id,
            String sorte,
            String titre,
            boolean cotee,
            ZonedDateTime nee,
            boolean lue,
            UUID ecole,
            String auteur,
            String pour) {

        LocalDate jour() {
            return nee.toLocalDate();
        }

        /// « 7 h », « 7 h 05 ».
        String heure() {
            return t("{0} h{1}", nee.getHour(), nee.getMinute() == 0 ? "" : "\u00a0%02d".formatted(nee.getMinute()));
        }

        /// « Inès, Younes »: for whoever has several children.
        String enfants(List<Enfant> enfants) {
            return String.join(", ", EnfantsConcernes.named(enfants, pour));
        }

        /// « Mme Estève, école Jean-Jaurès »: who says it, and where for whoever hears of several schools.
        String dou(Map<UUID, String> ecoles) {
            return Stream.of(auteur, ecoles.getOrDefault(ecole, ""))
                    .filter(words -> !words.isEmpty())
                    .collect(Collectors.joining(", "));
        }
    }
}
