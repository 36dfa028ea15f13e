package fr.entecole.calendrier;

import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.calendrier.Semaine.Portee;
import fr.entecole.calendrier.fichiers.Zone;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The calendars of schools, in one round trip whatever their number.
@Component
public class Calendriers {

    private static final String LIEUX =
            "select ecole_id, academie, commune_insee as commune from annuaire.lieu where ecole_id = any(:ecoles)";

    private static final String NOMMEES = """
            select id, zone, annee, nom, debut, reprise from calendrier.vacances
             where remplacee_le is null and annee between :annee and :annee + 1
               and (redaction.mots(nom) @@ redaction.demande(:saisie)
                    or redaction.ressemble(redaction.mots(nom), (select redaction.fautes(:saisie))))
             order by redaction.mots(nom) @@ redaction.demande(:saisie) desc, debut, nom
            """;

    /// Weeks with their half-days; more conditions, then their order.
    static final String SEMAINES = """
            select s.id, s.ecole_id, s.commune, s.effet, c.jour as rang, c.moment, c.debut as commence, c.fin as finit
              from calendrier.semaine s left join calendrier.creneau c on c.semaine_id = s.id
             where s.remplacee_le is null
            """;

    static final String ORDRE = " order by s.effet, s.id, c.jour, c.moment desc";

    /// All of it in one select: five would each be set up at each page, to give a handful of rows.
    private static final String TOUT = """
            select 'LIEU' as quoi, null::uuid as id, l.ecole_id, l.commune_insee as commune, l.academie,
                   null as zone, null::int as annee, null as nom, null::date as debut, null::date as reprise,
                   null::date as jour, null as moment, null::boolean as classe, null as motif,
                   null::date as effet, null::int as rang, null::time as commence, null::time as finit,
                   null::time as ouvre, null::time as ferme, null::time as samedi, null::boolean as vacances,
                   null::boolean as feries
              from annuaire.lieu l where l.ecole_id = any(:ecoles)
            union all
            select 'VACANCES', v.id, null, null, null, v.zone, v.annee, v.nom, v.debut, v.reprise, null, null, null, null,
                   null, null, null, null, null, null, null, null, null
              from (select * from calendrier.vacances where remplacee_le is null order by zone, debut) v
            union all
            select 'JOUR', j.id, j.ecole_id, null, null, null, null, null, null, null, j.jour, j.moment, j.classe, j.motif,
                   null, null, null, null, null, null, null, null, null
              from calendrier.jour_local j where j.ecole_id = any(:ecoles) and j.retire_le is null
            union all
            select 'SEMAINE', s.id, s.ecole_id, s.commune, null, null, null, null, null, null, null, s.moment, null, null,
                   s.effet, s.rang, s.commence, s.finit, null, null, null, null, null
              from (
            """ + SEMAINES + """
                     and (s.ecole_id = any(:ecoles)
                          or s.commune = any(array(select l.commune_insee from annuaire.lieu l
                                                    where l.ecole_id = any(:ecoles)))
                          or (s.ecole_id is null and s.commune is null))
            """ + ORDRE + """
                   ) s
            union all
            select 'REMISE', null, r.ecole_id, null, null, null, null, null, null, null, null, null, null, null,
                   r.effet, null, null, null, r.ouvre, r.ferme, r.samedi, r.vacances, r.feries
              from calendrier.remise r
             where r.remplacee_le is null and (r.ecole_id is null or r.ecole_id = any(:ecoles))
            """;

    private final Lectures lectures;
    private final ReglagesCalendrier reglages;

    Calendriers(Lectures lectures, ReglagesCalendrier reglages) {
        this.lectures = lectures;
        this.reglages = reglages;
    }

    /// @throws IllegalArgumentException when there is no such school
    public Calendrier of(UUID ecole) {
        var found = of(Set.of(ecole)).get(ecole);
        if (found == null) {
            throw new IllegalArgumentException("no school " + ecole);
        }
        return found;
    }

    /// Of those that exist.
    public Map<UUID, Calendrier> of(Collection<UUID> ecoles) {
        return ecoles.isEmpty() ? Map.of() : lectures.read(lecture(ecoles));
    }

    /// The same, for a page that reads several things at once.
    public Lecture<Map<UUID, Calendrier>> lecture(Collection<UUID> ecoles) {
        if (ecoles.isEmpty()) {
            return Lecture.known(Map.of());
        }
        return Lecture.whole(TOUT, Map.of("ecoles", ecoles.toArray(UUID[]::new)), Lu::read)
                .map(this::made);
    }

    /// Holidays by the words of their name, of this school year and the next, in the zones of these schools.
    Lecture<Map<UUID, List<Vacances>>> named(String saisie, Collection<UUID> ecoles, AnneeScolaire annee) {
        return Lecture.of(LIEUX, Map.of("ecoles", ecoles.toArray(UUID[]::new)), Calendriers::lieu)
                .with(
                        Lecture.of(NOMMEES, Map.of("saisie", saisie, "annee", annee.rentree()), Calendriers::vacances),
                        (lieux, found) -> {
                            Map<UUID, List<Vacances>> byEcole = new LinkedHashMap<>();
                            for (var lieu : lieux) {
                                var zone = reglages.of(lieu.academie);
                                byEcole.put(
                                        lieu.ecole,
                                        found.stream()
                                                .filter(v -> v.zone() == zone)
                                                .toList());
                            }
                            return byEcole;
                        });
    }

    private Map<UUID, Calendrier> made(Lu lu) {
        Map<UUID, Calendrier> calendriers = new LinkedHashMap<>();
        for (var lieu : lu.lieux) {
            var zone = reglages.of(lieu.academie);
            calendriers.put(
                    lieu.ecole,
                    new Calendrier(
                            lieu.ecole,
                            lu.vacances.stream().filter(v -> v.zone() == zone).toList(),
                            lu.locaux.getOrDefault(lieu.ecole, List.of()),
                            lieu.those(List.copyOf(lu.semaines.values())),
                            lieu.those(lu.remises)));
        }
        return calendriers;
    }

    private static Lieu lieu(ResultSet rs, int row) throws SQLException {
        return new Lieu(Colonnes.uuid(rs, "ecole_id"), rs.getString("academie"), rs.getString("commune"));
    }

    static Vacances vacances(ResultSet rs, int row) throws SQLException {
        return new Vacances(
                Colonnes.uuid(rs, "id"),
                Zone.valueOf(rs.getString("zone")),
                new AnneeScolaire(rs.getInt("annee")),
                rs.getString("nom"),
                rs.getObject("debut", LocalDate.class),
                rs.getObject("reprise", LocalDate.class));
    }

    private static JourLocal local(ResultSet rs) throws SQLException {
        var moment = rs.getString("moment");
        return new JourLocal(
                Colonnes.uuid(rs, "id"),
                rs.getObject("jour", LocalDate.class),
                moment == null ? null : Moment.valueOf(moment),
                rs.getBoolean("classe"),
                rs.getString("motif"));
    }

    static List<Regle<Semaine>> semaines(ResultSet rs) throws SQLException {
        Map<UUID, Regle<Semaine>> weeks = new LinkedHashMap<>();
        while (rs.next()) {
            semaine(rs, weeks);
        }
        return List.copyOf(weeks.values());
    }

    private static void semaine(ResultSet rs, Map<UUID, Regle<Semaine>> weeks) throws SQLException {
        var ecole = rs.getObject("ecole_id", UUID.class);
        var commune = rs.getString("commune");
        var portee = ecole != null ? Portee.ECOLE : commune != null ? Portee.COMMUNE : Portee.REGION;
        var effet = rs.getObject("effet", LocalDate.class);
        var week = weeks.computeIfAbsent(
                Colonnes.uuid(rs, "id"),
                _ -> new Regle<>(ecole, commune, new Semaine(portee, effet, new ArrayList<>())));
        if (rs.getString("moment") != null) {
            week.valeur
                    .creneaux()
                    .add(new Creneau(
                            DayOfWeek.of(rs.getInt("rang")),
                            Moment.valueOf(rs.getString("moment")),
                            rs.getObject("commence", LocalTime.class),
                            rs.getObject("finit", LocalTime.class)));
        }
    }

    static Regle<HeuresDeRemise> remise(ResultSet rs, int row) throws SQLException {
        var ecole = rs.getObject("ecole_id", UUID.class);
        return new Regle<>(
                ecole,
                null,
                new HeuresDeRemise(
                        ecole == null ? Portee.REGION : Portee.ECOLE,
                        rs.getObject("effet", LocalDate.class),
                        rs.getObject("ouvre", LocalTime.class),
                        rs.getObject("ferme", LocalTime.class),
                        rs.getObject("samedi", LocalTime.class),
                        rs.getBoolean("vacances"),
                        rs.getBoolean("feries")));
    }

    private record Lieu(
            UUID ecole, String academie, @Nullable String commune) {

        private <T> List<T> those(List<Regle<T>> regles) {
            return regles.stream()
                    .filter(r -> r.ecole != null
                            ? r.ecole.equals(ecole)
                            : r.commune == null || Objects.equals(r.commune, commune))
                    .map(Regle::valeur)
                    .toList();
        }
    }

    /// What holds for a school, for a commune, or for all.
    record Regle<T>(@Nullable UUID ecole, @Nullable String commune, T valeur) {}

    private record Lu(
            List<Lieu> lieux,
            List<Vacances> vacances,
            Map<UUID, List<JourLocal>> locaux,
            Map<UUID, Regle<Semaine>> semaines,
            List<Regle<HeuresDeRemise>> remises) {

        private static Lu read(ResultSet rs) throws SQLException {
            var lu = new Lu(
                    new ArrayList<>(), new ArrayList<>(), new HashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
            for (int row = 0; rs.next(); row++) {
                switch (Objects.requireNonNull(rs.getString("quoi"))) {
                    case "LIEU" -> lu.lieux.add(lieu(rs, row));
                    case "VACANCES" -> lu.vacances.add(Calendriers.vacances(rs, row));
                    case "JOUR" ->
                        lu.locaux
                                .computeIfAbsent(Colonnes.uuid(rs, "ecole_id"), _ -> new ArrayList<>())
                                .add(local(rs));
                    case "SEMAINE" -> semaine(rs, lu.semaines);
                    default -> lu.remises.add(remise(rs, row));
                }
            }
            return lu;
        }
    }
}
