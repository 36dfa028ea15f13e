package fr.entecole.agenda;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Birthdays of a class, first name and day: only where the head of its school has said so, and to those whom they
/// named. The year is read by nobody.
@Component
public class Anniversaires {

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    Anniversaires(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /// Who sees them, the people of the class alone.
    public enum Pour {
        PERSONNE,
        ENSEIGNANTS,
        ELEVES,
        FAMILLES;

        String libelle() {
            return switch (this) {
                case PERSONNE -> t("Personne");
                case ENSEIGNANTS -> t("Les enseignants de la classe");
                case ELEVES -> t("Les enseignants et les élèves de la classe");
                case FAMILLES -> t("Les enseignants, les élèves et les familles de la classe");
            };
        }

        boolean shows(Utilisateur utilisateur) {
            return switch (utilisateur.profil()) {
                case ENSEIGNANT, DIRECTEUR -> this != PERSONNE;
                case ELEVE -> this == ELEVES || this == FAMILLES;
                case PARENT -> this == FAMILLES;
                default -> false;
            };
        }

        static Optional<Pour> parse(String code) {
            return Arrays.stream(values()).filter(p -> p.name().equals(code)).findFirst();
        }
    }

    Pour of(UUID ecole) {
        return jdbc.sql("select pour from agenda.anniversaires where ecole_id = :ecole and remplace_le is null")
                .param("ecole", ecole)
                .query(String.class)
                .optional()
                .flatMap(Pour::parse)
                .orElse(Pour.PERSONNE);
    }

    /// @return false when it was so already
    @Transactional
    public boolean set(UUID ecole, Pour pour, @Nullable UUID compte) {
        if (of(ecole) == pour) {
            return false;
        }
        jdbc.sql("""
                        update agenda.anniversaires set remplace_le = :now
                         where ecole_id = :ecole and remplace_le is null
                        """)
                .param("ecole", ecole)
                .param("now", OffsetDateTime.now(clock))
                .update();
        jdbc.sql("insert into agenda.anniversaires (ecole_id, pour, decide_le) values (:ecole, :pour, :now)")
                .param("ecole", ecole)
                .param("pour", pour.name())
                .param("now", OffsetDateTime.now(clock))
                .update();
        journal.record(
                Fait.of(ActeAgenda.ANNIVERSAIRES_REGLES, ecole).by(compte).inEcole(ecole));
        return true;
    }

    /// Between these days, of the classes that this person is in, has children in or teaches.
    static Lecture<List<Fete>> lecture(Utilisateur utilisateur, LocalDate de, LocalDate jusque) {
        var classes = EvenementAccess.of(utilisateur).classes();
        var seen = Arrays.stream(Pour.values())
                .filter(pour -> pour.shows(utilisateur))
                .map(Enum::name)
                .toArray(String[]::new);
        if (classes.length == 0 || seen.length == 0 || utilisateur.is(Profil.PERSONNEL)) {
            return Lecture.known(List.of());
        }
        return Lecture.of(
                        """
                        select a.classe_id, a.prenom, a.mois, a.jour
                          from annuaire.anniversaire a
                         where a.classe_id = any(:classes)
                           and exists (select 1 from agenda.anniversaires r
                                         join annuaire.present p on p.ecole_id = r.ecole_id and p.eleve_id = a.eleve_id
                                        where r.remplace_le is null and r.pour = any(:pour))
                         order by a.mois, a.jour, a.prenom
                        """,
                        Map.of("classes", classes, "pour", seen),
                        (rs, _) -> new Fete(
                                Colonnes.uuid(rs, "classe_id"),
                                Appellations.personne(rs.getString("prenom"), ""),
                                MonthDay.of(rs.getInt("mois"), rs.getInt("jour")),
                                de))
                .map(all -> all.stream().flatMap(f -> f.between(de, jusque)).toList());
    }

    /// @param jour the birthday in the days that are shown
    record Fete(UUID classe, String prenom, MonthDay quand, LocalDate jour) {

        /// Who is born on 29 February has it on the 28th in other years.
        private Stream<Fete> between(LocalDate de, LocalDate jusque) {
            return IntStream.rangeClosed(de.getYear(), jusque.getYear())
                    .mapToObj(quand::atYear)
                    .filter(day -> !day.isBefore(de) && !day.isAfter(jusque))
                    .map(day -> new Fete(classe, prenom, quand, day));
        }
    }
}
