package fr.entecole.conventions.ecoles;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.ecoles.EcolesDesCommunes;
import fr.entecole.conventions.Convention;
import fr.entecole.conventions.LectureDesConventions;
import fr.entecole.conventions.Reprises;
import fr.entecole.conventions.regles.EcoleInscrite;
import fr.entecole.conventions.regles.Etat;
import fr.entecole.conventions.regles.Reprise;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The schools of a head, and those that an inspector or an ERUN follows, each with the last convention that lists it.
@Component
class EcolesSousConvention {

    private final LectureDesConventions lecture;
    private final Appellations appellations;
    private final EcolesDesCommunes communes;
    private final Reprises reprises;
    private final JdbcClient jdbc;

    EcolesSousConvention(
            LectureDesConventions lecture,
            Appellations appellations,
            EcolesDesCommunes communes,
            Reprises reprises,
            JdbcClient jdbc) {
        this.reprises = reprises;
        this.communes = communes;
        this.lecture = lecture;
        this.appellations = appellations;
        this.jdbc = jdbc;
    }

    List<EcoleSuivie> of(Utilisateur utilisateur, LocalDate jour) {
        var ids = utilisateur.is(Profil.DIRECTEUR)
                ? List.copyOf(Perimetre.of(utilisateur).ecolesDirected())
                : followed(utilisateur, jour);
        var said = reprises.said();
        var conventions = lecture.ofEcoles(Reprises.before(ids, said, jour));
        var acces = acces(ids, jour);
        return appellations.ecoles(ids).entrySet().stream()
                .map(e -> new EcoleSuivie(
                        e.getValue(),
                        acces.getOrDefault(e.getKey(), Acces.JAMAIS),
                        last(conventions, e.getKey(), said, jour)))
                .toList();
    }

    /// The latest that lists it, or a school that it has taken up; of those of one year the one in force.
    private static Optional<Convention> last(
            List<Convention> conventions, UUID ecole, List<Reprise> said, LocalDate jour) {
        return conventions.stream()
                .filter(c -> {
                    var listed =
                            c.listed(jour).stream().map(EcoleInscrite::ecole).toList();
                    return listed.contains(ecole)
                            || Reprise.carried(listed, said, jour).contains(ecole);
                })
                .findFirst();
    }

    /// Communes where they follow a school, each with how many schools it has in all.
    Map<EcolesDesCommunes.Commune, Integer> communes(Utilisateur utilisateur, LocalDate jour) {
        Map<String, Integer> counts = new HashMap<>();
        jdbc.sql("""
                        select l.commune_insee, count(*)::int as ecoles from annuaire.lieu l
                         where l.uai is not null and l.commune_insee in (
                               select x.commune_insee from annuaire.suivie(:jour) s
                                 join annuaire.lieu x on x.ecole_id = s.ecole_id where s.agent_id = :agent)
                         group by l.commune_insee
                        """)
                .param("jour", jour)
                .param("agent", utilisateur.personneId())
                .query(rs -> {
                    counts.put(rs.getString("commune_insee"), rs.getInt("ecoles"));
                });
        Map<EcolesDesCommunes.Commune, Integer> found = new LinkedHashMap<>();
        communes.named(counts.keySet()).forEach(c -> found.put(c, counts.getOrDefault(c.insee(), 0)));
        return found;
    }

    private List<UUID> followed(Utilisateur utilisateur, LocalDate jour) {
        return jdbc.sql("select ecole_id from annuaire.suivie(:jour) where agent_id = :agent")
                .param("jour", jour)
                .param("agent", utilisateur.personneId())
                .query((rs, _) -> Colonnes.uuid(rs, "ecole_id"))
                .list();
    }

    private Map<UUID, Acces> acces(Collection<UUID> ids, LocalDate jour) {
        Map<UUID, Acces> acces = new HashMap<>();
        jdbc.sql("""
                        select l.ecole_id, o.ecole_id is not null as ouverte,
                               (f.fermee_le at time zone 'Europe/Paris')::date as fermee,
                               (select max(d.au) from conventions.derogation d
                                 where d.ecole_id = o.ecole_id and :jour between d.du and d.au) as accordee
                          from annuaire.lieu l
                          left join annuaire.ouverte o on o.ecole_id = l.ecole_id
                          left join annuaire.fermee f on f.ecole_id = l.ecole_id
                         where l.ecole_id = any(:ids)
                        """).param("ids", ids.toArray(UUID[]::new)).param("jour", jour).query(rs -> {
            acces.put(
                    Colonnes.uuid(rs, "ecole_id"),
                    new Acces(
                            rs.getBoolean("ouverte"),
                            Optional.ofNullable(rs.getObject("fermee", LocalDate.class)),
                            Optional.ofNullable(rs.getObject("accordee", LocalDate.class))));
        });
        return acces;
    }

    /// @param fermee day since which it is closed; empty while it is open, and for one that never was
    /// @param accordee last day on which the region lets it open without a convention
    record Acces(boolean ouverte, Optional<LocalDate> fermee, Optional<LocalDate> accordee) {

        static final Acces JAMAIS = new Acces(false, Optional.empty(), Optional.empty());
    }

    record EcoleSuivie(String nom, Acces acces, Optional<Convention> convention) {

        /// Until when it is open, as far as this is known; empty: it is not, or nothing says it.
        Optional<LocalDate> jusque(LocalDate jour) {
            var fin = convention
                    .filter(c -> acces.ouverte() && c.etat(jour) == Etat.ACTIVE)
                    .map(c -> c.parametres().fin());
            return fin.or(acces::accordee);
        }
    }
}
