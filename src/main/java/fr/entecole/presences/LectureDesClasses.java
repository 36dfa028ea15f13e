package fr.entecole.presences;

import fr.entecole.annuaire.Classes;
import fr.entecole.annuaire.Classes.Classe;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The classes whose roll someone may call, and where it stands in a half-day.
@Component
public class LectureDesClasses {

    private final JdbcClient jdbc;
    private final Classes classes;
    private final Choix choix;

    LectureDesClasses(JdbcClient jdbc, Classes classes, Choix choix) {
        this.jdbc = jdbc;
        this.classes = classes;
        this.choix = choix;
    }

    /// Those that they teach, those of the schools that they direct, all of a school where the team may call, or where
    /// they were entrusted with it.
    public List<Classe> of(Utilisateur utilisateur) {
        var perimetre = Perimetre.of(utilisateur);
        var ecoles = new TreeSet<>(perimetre.ecolesDirected());
        choix.equipes(utilisateur, utilisateur.ecoles()).stream()
                .filter(perimetre::worksIn)
                .forEach(ecoles::add);
        var ids = ecoles.isEmpty() ? Stream.<UUID>of() : ofEcoles(ecoles).stream();
        return classes.named(Stream.concat(perimetre.classesTaught().stream(), ids)
                .distinct()
                .toList());
    }

    private List<UUID> ofEcoles(Set<UUID> ecoles) {
        return jdbc.sql("""
                        select distinct i.classe_id from annuaire.present p
                          join annuaire.inscrit i on i.eleve_id = p.eleve_id
                         where p.ecole_id = any(:ecoles)
                        """)
                .param("ecoles", ecoles.toArray(UUID[]::new))
                .query((rs, _) -> Colonnes.uuid(rs, "classe_id"))
                .list();
    }

    /// How many are there, missing, late, by half of the day; none where no roll holds.
    public Map<Moment, Map<UUID, Compte>> counts(UUID ecole, LocalDate jour) {
        Map<Moment, Map<UUID, Compte>> counts = new EnumMap<>(Moment.class);
        Arrays.stream(Moment.values()).forEach(m -> counts.put(m, new LinkedHashMap<>()));
        jdbc.sql("""
                        select classe_id, moment, count(*) filter (where etat in ('PRESENT', 'RETARD')) as la,
                               count(*) filter (where etat = 'ABSENT') as absents,
                               count(*) filter (where etat = 'RETARD') as retards
                          from presences.dernier
                         where ecole_id = :ecole and jour = :jour and etat <> 'RETIRE'
                         group by classe_id, moment
                        """).param("ecole", ecole).param("jour", jour).query(rs -> {
            Objects.requireNonNull(counts.get(Moment.valueOf(rs.getString("moment"))))
                    .put(
                            Colonnes.uuid(rs, "classe_id"),
                            new Compte(rs.getInt("la"), rs.getInt("absents"), rs.getInt("retards")));
        });
        return counts;
    }

    /// @param la who is there, late or not
    public record Compte(int la, int absents, int retards) {}
}
