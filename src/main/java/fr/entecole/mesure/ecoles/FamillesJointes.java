package fr.entecole.mesure.ecoles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.comptes.Membres;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.contrats.Reserves;
import fr.entecole.socle.contrats.Travail;
import fr.entecole.socle.contrats.TravauxOfferts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/// Each night, of each open school: of how many children a guardian has come in, and how many pupils and people of the
/// school have. Numbers alone stay, and whoever has asked for it is in none (ADR 0090).
@Component
class FamillesJointes implements TravauxOfferts {

    private final JdbcClient jdbc;
    private final Membres membres;
    private final Clock clock;
    private final SingletonSupplier<List<Reserves>> reserves;

    FamillesJointes(JdbcClient jdbc, Membres membres, Clock clock, ObjectProvider<Reserves> reserves) {
        this.jdbc = jdbc;
        this.membres = membres;
        this.clock = clock;
        this.reserves = SingletonSupplier.of(() -> reserves.stream().toList()); // asked again, it searches all beans
    }

    @Override
    public List<Travail> travaux() {
        return List.of(new Compte());
    }

    /// @return how many schools
    long count() {
        var jour = LocalDate.now(clock);
        var ecoles = jdbc.sql("select ecole_id from annuaire.ouverte order by ecole_id")
                .query((rs, _) -> Colonnes.uuid(rs, "ecole_id"))
                .list();
        ecoles.forEach(ecole -> count(ecole, jour));
        jdbc.sql("delete from mesure.jointe where jour < :jour")
                .param("jour", jour)
                .update();
        return ecoles.size();
    }

    private void count(UUID ecole, LocalDate jour) {
        Set<UUID> enfants = new HashSet<>();
        Set<UUID> joints = new HashSet<>();
        membres.each(Public.ofEcole(ecole, Qui.RESPONSABLES), joignable -> {
            var enfant = joignable.membre().eleveId();
            if (enfant != null
                    && joignable.membre().nature() == Nature.RESPONSABLE
                    && counted(joignable.membre().personneId(), enfant)) {
                enfants.add(enfant);
                if (joignable.compte() && !joignable.membre().ecarte()) {
                    joints.add(enfant);
                }
            }
        });
        var eleves = venus(Public.ofEcole(ecole, Qui.ELEVES));
        var equipe = venus(Public.ofEcole(ecole, Qui.EQUIPE));
        jdbc.sql("""
                        insert into mesure.jointe as j (ecole_id, jour, enfants, joints, eleves, eleves_venus,
                                                        equipe, equipe_venus)
                        values (:ecole, :jour, :enfants, :joints, :eleves, :elevesVenus, :equipe, :equipeVenus)
                        on conflict (ecole_id) do update
                           set jour = excluded.jour, enfants = excluded.enfants, joints = excluded.joints,
                               eleves = excluded.eleves, eleves_venus = excluded.eleves_venus,
                               equipe = excluded.equipe, equipe_venus = excluded.equipe_venus
                        """)
                .param("ecole", ecole)
                .param("jour", jour)
                .param("enfants", enfants.size())
                .param("joints", joints.size())
                .param("eleves", eleves.tous())
                .param("elevesVenus", eleves.venus())
                .param("equipe", equipe.tous())
                .param("equipeVenus", equipe.venus())
                .update();
    }

    /// Those of a public, each once, and those of them whose account is in use.
    private Venus venus(Public pour) {
        Set<UUID> tous = new HashSet<>();
        Set<UUID> venus = new HashSet<>();
        membres.each(pour, joignable -> {
            var personne = joignable.membre().personneId();
            if (counted(personne)) {
                tous.add(personne);
                if (joignable.compte()) {
                    venus.add(personne);
                }
            }
        });
        return new Venus(tous.size(), venus.size());
    }

    private boolean counted(UUID... personnes) {
        return reserves.obtain().stream().noneMatch(one -> one.uncounted(List.of(personnes)));
    }

    private final class Compte implements Travail {

        @Override
        public String nom() {
            return "mesure.familles";
        }

        @Override
        public String phrase() {
            return t("Compter les familles, les élèves et l’équipe qui sont déjà venus, école par école");
        }

        @Override
        public Rythme rythme() {
            return new Rythme.Nuit(LocalTime.of(2, 53));
        }

        @Override
        public Map<String, Long> run() {
            return Map.of("ecoles", count());
        }

        @Override
        public String bilan(Map<String, Long> compte) {
            return t(
                    "{0, plural, =0 {Aucune école} one {Une école} other {# écoles}}",
                    compte.getOrDefault("ecoles", 0L));
        }
    }
}
