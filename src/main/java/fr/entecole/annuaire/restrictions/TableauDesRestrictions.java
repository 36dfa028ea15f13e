package fr.entecole.annuaire.restrictions;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Utilisateur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Every restriction of the schools that a head directs, by what it asks of them: those that wait for a decision, those
/// that end soon, those in force, those to come, those that are over. The words of a decision stay on the child's page.
@Component
class TableauDesRestrictions {

    /// A head has the time to ask the family for the next decision.
    private static final int SOON = 30;

    private static final int MOST = 300;

    private static final String TOUTES = """
            select x.id, x.eleve_id, e.prenom as e_prenom, e.nom as e_nom, r.prenom, r.nom, x.depuis, x.jusque,
                   x.levee_le, x.retenue_de is not null and x.decidee_le is null as attend,
                   annuaire.decision(x.id) as decision,
                   exists (select 1 from annuaire.remise m
                            where m.restriction_id = x.id and m.cachee_le is null) as montree
              from annuaire.dirige d
              join annuaire.present p on p.ecole_id = d.ecole_id
              join annuaire.restriction x on x.eleve_id = p.eleve_id
              join annuaire.eleve e on e.id = x.eleve_id
              left join annuaire.responsable r on r.id = x.responsable_id
             where d.personnel_id = :personnel and x.decidee_le is distinct from coalesce(x.levee_le, 'infinity')
               and (x.retenue_de is null or x.decidee_le is not null
                    or x.levee_le is null and (x.jusque is null or x.jusque >= :jour))
             order by x.levee_le desc nulls first, x.id desc limit :most
            """;

    private final Lectures lectures;
    private final Clock clock;

    TableauDesRestrictions(Lectures lectures, Clock clock) {
        this.lectures = lectures;
        this.clock = clock;
    }

    Map<Etat, List<Carte>> of(Utilisateur head) {
        return lectures.read(lecture(head));
    }

    /// The states that have some, in their order; one decision is one card, under however many numbers.
    Lecture<Map<Etat, List<Carte>>> lecture(Utilisateur head) {
        var jour = LocalDate.now(clock);
        return Lecture.of(
                        TOUTES,
                        Map.of("personnel", head.personneId(), "jour", jour, "most", MOST),
                        (rs, _) -> carte(rs, jour))
                .map(TableauDesRestrictions::byState);
    }

    private static Map<Etat, List<Carte>> byState(List<Carte> rows) {
        Map<Object, Carte> one = new LinkedHashMap<>();
        rows.forEach(carte -> one.merge(carte.geste(), carte, Carte::and));
        return one.values().stream()
                .sorted(Comparator.comparing(Carte::etat)
                        .thenComparing(c -> c.jusque() == null ? LocalDate.MAX : c.jusque())
                        .thenComparing(Carte::eleve))
                .collect(Collectors.groupingBy(Carte::etat, LinkedHashMap::new, Collectors.toList()));
    }

    private static Carte carte(ResultSet rs, LocalDate jour) throws SQLException {
        var levee = rs.getObject("levee_le", OffsetDateTime.class);
        var depuis = Objects.requireNonNull(rs.getObject("depuis", LocalDate.class));
        var jusque = rs.getObject("jusque", LocalDate.class);
        boolean attend = rs.getBoolean("attend");
        var eleve = Colonnes.uuid(rs, "eleve_id");
        return new Carte(
                List.of(eleve, String.valueOf(rs.getString("decision")), String.valueOf(levee), attend),
                Colonnes.uuid(rs, "id"),
                eleve,
                Noms.complet(rs.getString("e_prenom"), rs.getString("e_nom")),
                Noms.complet(rs.getString("prenom"), rs.getString("nom")),
                depuis,
                jusque,
                levee == null ? null : levee.toLocalDate(),
                rs.getBoolean("montree"),
                attend
                        ? Etat.ATTEND
                        : levee != null || (jusque != null && jusque.isBefore(jour))
                                ? Etat.FINIE
                                : depuis.isAfter(jour)
                                        ? Etat.A_VENIR
                                        : jusque != null && !jusque.isAfter(jour.plusDays(SOON))
                                                ? Etat.BIENTOT
                                                : Etat.EN_VIGUEUR,
                jour);
    }

    enum Etat {
        ATTEND,
        BIENTOT,
        EN_VIGUEUR,
        A_VENIR,
        FINIE;

        String titre() {
            return switch (this) {
                case ATTEND -> t("À vous de décider");
                case BIENTOT -> t("Se terminent bientôt");
                case EN_VIGUEUR -> t("En vigueur");
                case A_VENIR -> t("À venir");
                case FINIE -> t("Levées ou terminées");
            };
        }

        String suite() {
            return switch (this) {
                case ATTEND -> t("Un nouveau responsable est retenu tant que vous n’avez pas dit qui il est.");
                case BIENTOT -> t("Ensuite, la personne a de nouveau accès : demandez s’il y a une autre décision.");
                default -> "";
            };
        }
    }

    /// @param geste what makes one card of several rows
    /// @param responsable empty once the directory has forgotten them
    /// @param montree those who teach the child read that one is to see the head
    record Carte(
            Object geste,
            UUID id,
            UUID eleveId,
            String eleve,
            String responsable,
            LocalDate depuis,
            @Nullable LocalDate jusque,
            @Nullable LocalDate levee,
            boolean montree,
            Etat etat,
            LocalDate jour) {

        Carte and(Carte autre) {
            var both = responsable.isEmpty() || responsable.equals(autre.responsable) || autre.responsable.isEmpty()
                    ? responsable + (responsable.isEmpty() ? autre.responsable : "")
                    : responsable + ", " + autre.responsable;
            return new Carte(
                    geste, id, eleveId, eleve, both, depuis, jusque, levee, montree || autre.montree, etat, jour);
        }

        String adresse() {
            return etat == Etat.ATTEND ? "/annuaire/retenues/" + id : "/annuaire/eleves/" + eleveId + "/restrictions";
        }

        String dates() {
            if (etat == Etat.ATTEND) {
                return t("Retenu depuis le {0}.", Dates.words(depuis));
            }
            if (levee != null) {
                return t("Depuis le {0}, levée le {1}.", Dates.words(depuis), Dates.words(levee));
            }
            if (jusque == null) {
                return t("Depuis le {0}, sans terme.", Dates.words(depuis));
            }
            return t("Du {0} au {1}.", Dates.words(depuis), Dates.words(jusque));
        }

        /// « Dernier jour dans 9 jours »; empty where it does not end soon.
        String reste() {
            return etat == Etat.BIENTOT && jusque != null
                    ? t(
                            "{0, plural, =0 {dernier jour aujourd’hui} =1 {dernier jour demain} other {dernier jour dans # jours}}",
                            ChronoUnit.DAYS.between(jour, jusque))
                    : "";
        }
    }
}
