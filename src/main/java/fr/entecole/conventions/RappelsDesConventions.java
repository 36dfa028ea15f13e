package fr.entecole.conventions;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.conventions.regles.EcoleInscrite;
import fr.entecole.conventions.regles.Etat;
import fr.entecole.conventions.regles.Reprise;
import fr.entecole.notifications.Nouvelle;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What nobody has to think of: the commune and the heads are told thirty and seven days before a convention ends that
/// nothing follows; a commune whose turn it is hears of it again after ten days, three times at most. Each is a fact,
/// so that it is done once, whenever this runs.
@Component
public class RappelsDesConventions {

    static final List<Integer> AVANT_LA_FIN = List.of(30, 7);
    static final int SILENCE = 10;
    static final int RELANCES = 3;

    private final LectureDesConventions lecture;
    private final EcritureDesFaits faits;
    private final LettresAuxCommunes lettres;
    private final Nouvelles nouvelles;
    private final Reprises reprises;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    RappelsDesConventions(
            LectureDesConventions lecture,
            EcritureDesFaits faits,
            LettresAuxCommunes lettres,
            Nouvelles nouvelles,
            Reprises reprises,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.lecture = lecture;
        this.faits = faits;
        this.lettres = lettres;
        this.nouvelles = nouvelles;
        this.reprises = reprises;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /// Each convention in its own transaction: stopped anywhere, it goes on with the others.
    public Map<String, Long> run(LocalDate jour) {
        var dits = told();
        var said = reprises.said();
        long averties = 0;
        long relancees = 0;
        for (var convention : lecture.since(AnneeScolaire.of(jour).rentree())) {
            var dit = dits.getOrDefault(convention.id(), Dit.RIEN);
            if (endsSoon(convention, dit, jour)) {
                transaction.executeWithoutResult(_ -> warn(convention, said, jour));
                averties++;
            } else if (isSilent(convention, dit, jour)) {
                transaction.executeWithoutResult(_ -> remind(convention, jour));
                relancees++;
            }
        }
        return Map.of("averties", averties, "relancees", relancees);
    }

    /// In force, followed by nothing, and not told since the term that was passed.
    private static boolean endsSoon(Convention convention, Dit dit, LocalDate jour) {
        var fin = convention.parametres().fin();
        return convention.etat(jour) == Etat.ACTIVE
                && convention.faits().resiliee() == null
                && !convention.renouvelee()
                && AVANT_LA_FIN.stream()
                        .map(fin::minusDays)
                        .anyMatch(terme -> !jour.isBefore(terme) && (dit.averti == null || dit.averti.isBefore(terme)));
    }

    private static boolean isSilent(Convention convention, Dit dit, LocalDate jour) {
        return convention.awaits(Etat.Tour.COMMUNE, jour)
                && !jour.isAfter(convention.parametres().fin())
                && dit.relances < RELANCES
                && dit.dernier != null
                && !jour.isBefore(dit.dernier.plusDays(SILENCE));
    }

    private void warn(Convention convention, List<Reprise> said, LocalDate jour) {
        var fait = faits.write(convention, null, "AVERTIE", jour, "", null, null);
        lettres.ends(convention);
        var listed = convention.listed(jour).stream().map(EcoleInscrite::ecole).toList();
        for (UUID ecole : Reprise.carried(listed, said, jour)) {
            nouvelles.deposit(
                    null,
                    new Nouvelle(
                            SorteConventions.CONVENTION_FIN_PROCHE,
                            // one a school: its head is told of their own
                            UUID.nameUUIDFromBytes(
                                    (fait + " " + ecole).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                            Public.ofEcole(ecole, Qui.DIRECTIONS),
                            "/conventions/ecoles",
                            t(
                                    "La convention de l’école finit le {0}\u00a0: elle ferme ensuite si la commune ne la renouvelle pas",
                                    Dates.words(convention.parametres().fin()))));
        }
    }

    private void remind(Convention convention, LocalDate jour) {
        faits.write(convention, null, "RELANCE", jour, "", null, null);
        lettres.tour(convention);
    }

    /// What was said and done of each convention, and when.
    private Map<UUID, Dit> told() {
        Map<UUID, Dit> told = new HashMap<>();
        jdbc.sql("""
                        select c.id,
                               greatest(c.cree_le, max(f.fait_le), (select max(a.recu_le) from conventions.avenant a
                                                                     where a.convention_id = c.id)) as dernier,
                               max(f.jour) filter (where f.sorte = 'AVERTIE') as averti,
                               count(*) filter (where f.sorte = 'RELANCE'
                                   and f.fait_le > coalesce((select max(x.fait_le) from conventions.fait x
                                                              where x.convention_id = c.id
                                                                and x.sorte not in ('RELANCE', 'AVERTIE')), c.cree_le))::int
                                   as relances
                          from conventions.convention c left join conventions.fait f on f.convention_id = c.id
                         group by c.id
                        """).query(rs -> {
            told.put(
                    Colonnes.uuid(rs, "id"),
                    new Dit(
                            Dates.day(Objects.requireNonNull(rs.getObject("dernier", java.time.OffsetDateTime.class))
                                    .toInstant()),
                            rs.getObject("averti", LocalDate.class),
                            rs.getInt("relances")));
        });
        return told;
    }

    /// @param dernier day of the last thing that happened
    /// @param averti day on which its end was told
    /// @param relances since somebody did something
    private record Dit(
            @Nullable LocalDate dernier, @Nullable LocalDate averti, int relances) {

        private static final Dit RIEN = new Dit(null, null, 0);
    }
}
