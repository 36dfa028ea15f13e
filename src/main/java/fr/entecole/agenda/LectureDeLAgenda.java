package fr.entecole.agenda;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Scolarite;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Cles;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.memoire.Question;
import fr.entecole.socle.memoire.Souvenirs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The one place that reads events for a person: what is for them by the keys that they hold, what someone of the
/// school shares ([EvenementAccess#cles]), what they have written themselves, all of a school for its head. What was
/// reported and is hidden is left to those last two; what was taken away, to nobody.
@Component
public class LectureDeLAgenda {

    /// Of the longest séance.
    private static final int LONGEST = 32;

    private static final String COLONNES = """
            with pour_moi as (
                select distinct d.evenement_id from agenda.destination d
                  join unnest(:ecoles::uuid[], :cles::text[]) k (ecole_id, cle)
                    on (d.ecole_id, d.cle) = (k.ecole_id, k.cle))
            select s.id as seance_id, s.jour, s.dernier, s.debut, s.fin, s.numero, s.change_le as touchee_le,
                   s.annulee_le, e.id, e.ecole_id, e.auteur_id, e.annee, e.genre, e.titre, e.texte, e.lieu,
                   e.version, e.change_le,
                   array(select d.cle from agenda.destination d where d.evenement_id = e.id order by d.cle) as cles
            """;

    private static final String VUS = """
             where e.retire_le is null
               and (e.masque_le is null and e.id in (select p.evenement_id from pour_moi p)
                    or e.ecole_id = any(:dirigees)
                    or (e.auteur_id = any(:personnes) and e.ecole_id = any(:travaille)))
            """;

    private static final String ENTRE = COLONNES + ", null as prenom, null as nom" + """

              from agenda.seance s join agenda.evenement e on e.id = s.evenement_id
            """ + VUS + """
               and s.ecole_id = any(:lieux)
               and s.jour between :avant and :jusque and s.dernier >= :de
             order by s.jour, s.debut nulls first, s.id
            """;

    private static final String UN = COLONNES + ", t.prenom, t.nom, e.jour as ecrit_le" + """

              from agenda.seance s join agenda.evenement e on e.id = s.evenement_id
              left join lateral (select n.prenom, n.nom from comptes.nomme n
                                  where n.id = e.auteur_id limit 1) t on true
            """ + VUS + """
               and e.id = :id
             order by s.jour, s.debut nulls first, s.id
            """;

    private static final String TROUVES = COLONNES + ", null as prenom, null as nom" + """

              from agenda.evenement e
              join lateral (select q.* from agenda.seance q where q.evenement_id = e.id and q.annulee_le is null
                             order by q.dernier < :aujourdhui, abs(q.jour - :aujourdhui) limit 1) s on true
            """ + VUS + """
               and (e.mots @@ redaction.demande(:saisie)
                    or redaction.ressemble(e.mots, (select redaction.fautes(:saisie))))
             order by e.mots @@ redaction.demande(:saisie) desc, s.dernier < :aujourdhui, abs(s.jour - :aujourdhui), s.id limit :limite
            """;

    private final Lectures lectures;
    private final Scolarite scolarite;

    LectureDeLAgenda(Lectures lectures, Scolarite scolarite) {
        this.lectures = lectures;
        this.scolarite = scolarite;
    }

    /// What takes place, or was to, from one day to another, both included; in order.
    public List<Seance> entre(Utilisateur utilisateur, LocalDate de, LocalDate jusque) {
        return lectures.read(lecture(utilisateur, de, jusque));
    }

    static Lecture<List<Seance>> lecture(Utilisateur utilisateur, LocalDate de, LocalDate jusque) {
        var cles = EvenementAccess.of(utilisateur).cles();
        return Lecture.of(ENTRE, between(utilisateur, cles, de, jusque), LectureDeLAgenda::seance);
    }

    /// The same for a home, as what a node remembers: it asks nothing of the directory.
    static Lecture<List<Seance>> forHome(Souvenirs souvenirs, Utilisateur utilisateur, LocalDate de, LocalDate jusque) {
        return souvenirs.of(utilisateur, de, ENTRE, () -> {
            var cles = EvenementAccess.of(utilisateur).cles();
            return new Question<>(
                    Question.mots("agenda", lieux(cles)),
                    between(utilisateur, cles, de, jusque),
                    LectureDeLAgenda::seance);
        });
    }

    private static Map<String, Object> between(Utilisateur utilisateur, Cles cles, LocalDate de, LocalDate jusque) {
        var of = perimetre(utilisateur, cles);
        of.put("lieux", lieux(cles));
        of.put("avant", de.minusDays(LONGEST));
        of.put("de", de);
        of.put("jusque", jusque);
        return of;
    }

    private static UUID[] lieux(Cles cles) {
        return Arrays.stream(cles.ecoles())
                .filter(ecole -> !ecole.equals(Cle.PARTOUT))
                .distinct()
                .toArray(UUID[]::new);
    }

    /// What is said of one, as this person has it.
    public Optional<Evenement> evenement(Utilisateur utilisateur, UUID id) {
        return one(utilisateur, id).map(Detail::evenement);
    }

    /// All séances of one, in order. One statement.
    public Optional<Detail> one(Utilisateur utilisateur, UUID id) {
        var of = perimetre(utilisateur);
        of.put("id", id);
        var rows = lectures.read(Lecture.of(UN, of, (rs, row) -> Map.entry(seance(rs, row), day(rs, "ecrit_le"))));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Detail(
                        rows.getFirst().getKey().evenement(),
                        rows.stream().map(Map.Entry::getKey).toList(),
                        rows.getFirst().getValue()));
    }

    /// Changes and cancels it: the head, its author, and whoever teaches the class for which one of its teachers wrote
    /// it. A replacement has the dates of the class, and whose class it is has those that the replacement wrote.
    public boolean changes(Utilisateur utilisateur, Detail detail) {
        var event = detail.evenement;
        var access = EvenementAccess.of(utilisateur);
        var auteur = event.auteurId();
        return access.changes(event)
                || auteur != null
                        && access.shares(event)
                        && Public.classes(event.publics()).stream()
                                .allMatch(classe -> scolarite
                                        .enseignants(classe, detail.ecritLe)
                                        .contains(auteur));
    }

    /// What is found by words, with its next day, else the last one.
    static Lecture<List<Seance>> found(Utilisateur utilisateur, String saisie, LocalDate today, int most) {
        var of = perimetre(utilisateur);
        of.put("saisie", saisie);
        of.put("aujourdhui", today);
        of.put("limite", most);
        return Lecture.of(TROUVES, of, LectureDeLAgenda::seance);
    }

    private static Map<String, Object> perimetre(Utilisateur utilisateur) {
        return perimetre(utilisateur, EvenementAccess.of(utilisateur).cles());
    }

    private static Map<String, Object> perimetre(Utilisateur utilisateur, Cles cles) {
        var access = EvenementAccess.of(utilisateur);
        return new HashMap<>(Map.of(
                "ecoles", cles.ecoles(),
                "cles", cles.valeurs(),
                "dirigees", access.dirigees(),
                "personnes", utilisateur.personnes().toArray(UUID[]::new),
                "travaille", access.travaille()));
    }

    private static Seance seance(ResultSet rs, int row) throws SQLException {
        var ecole = Colonnes.uuid(rs, "ecole_id");
        var nom = rs.getString("nom");
        var evenement = new Evenement(
                Colonnes.uuid(rs, "id"),
                ecole,
                rs.getObject("auteur_id", UUID.class),
                nom == null ? "" : Appellations.personne(Objects.requireNonNullElse(rs.getString("prenom"), ""), nom),
                new AnneeScolaire(rs.getInt("annee")),
                Public.ofCles(Colonnes.strings(rs, "cles").stream()
                        .map(valeur -> new Cle(ecole, valeur))
                        .toList()),
                Genre.valueOf(rs.getString("genre")),
                rs.getString("titre"),
                rs.getString("texte"),
                rs.getString("lieu"),
                rs.getInt("version"),
                instant(rs, "change_le"));
        var annulee = rs.getObject("annulee_le", OffsetDateTime.class);
        return new Seance(
                Colonnes.uuid(rs, "seance_id"),
                evenement,
                day(rs, "jour"),
                day(rs, "dernier"),
                rs.getObject("debut", LocalTime.class),
                rs.getObject("fin", LocalTime.class),
                rs.getInt("numero"),
                instant(rs, "touchee_le"),
                annulee == null ? null : annulee.toInstant());
    }

    public static LocalDate day(ResultSet rs, String column) throws SQLException {
        return Objects.requireNonNull(rs.getObject(column, LocalDate.class));
    }

    static Instant instant(ResultSet rs, String column) throws SQLException {
        return Objects.requireNonNull(rs.getObject(column, OffsetDateTime.class))
                .toInstant();
    }

    /// An event with all that it takes place in.
    ///
    /// @param ecritLe day on which it was written
    public record Detail(Evenement evenement, List<Seance> seances, LocalDate ecritLe) {

        /// Those that may still be changed, cancelled ones left out.
        public List<Seance> aVenir(LocalDate today) {
            return seances.stream().filter(s -> !s.annulee() && !s.past(today)).toList();
        }

        public boolean repete() {
            return seances.size() > 1;
        }

        public @Nullable Seance seance(UUID id) {
            return seances.stream().filter(s -> s.id().equals(id)).findFirst().orElse(null);
        }
    }
}
