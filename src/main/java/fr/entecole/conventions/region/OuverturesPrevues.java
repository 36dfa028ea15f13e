package fr.entecole.conventions.region;

import fr.entecole.conventions.Bascules;
import fr.entecole.conventions.Bascules.Accordee;
import fr.entecole.conventions.Bascules.Prevue;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.web.Tranche;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What opens and closes on a day as its page shows it: how much in all, and some of each list by key, so that the day
/// on which all conventions end is a page like another.
@Component
class OuverturesPrevues {

    private static final int SHOWN = 50;

    private final Bascules bascules;
    private final JdbcClient jdbc;

    OuverturesPrevues(Bascules bascules, JdbcClient jdbc) {
        this.bascules = bascules;
        this.jdbc = jdbc;
    }

    Montrees on(LocalDate jour, Apres apres) {
        var prevue = bascules.on(jour);
        var accordees = Tranche.read(
                SHOWN,
                most -> prevue.accordees().stream()
                        .filter(d -> cle(d).compareTo(apres.accordees) > 0)
                        .sorted(Comparator.comparing(OuverturesPrevues::cle))
                        .limit(most)
                        .toList(),
                OuverturesPrevues::cle);
        var named = named(prevue, accordees.elements(), apres);
        return new Montrees(
                prevue,
                named.ouvrent,
                shown(named.ecoles, prevue.ouvrir(), apres.ouvrir),
                shown(named.ecoles, prevue.fermer(), apres.fermer),
                accordees,
                named.eleves,
                named.ecoles.stream().collect(Collectors.toMap(Touchee::ecole, Touchee::uai, (a, _) -> a)));
    }

    private static String cle(Accordee accordee) {
        return accordee.au() + " " + accordee.du() + " " + accordee.ecole();
    }

    /// Those that the page names, and the next one of each list: keys are compared as Java does.
    private Nommees named(Prevue prevue, List<Accordee> accordees, Apres apres) {
        var none = new Nommees(0, 0, List.of());
        return prevue.ouvrir().isEmpty() && prevue.fermer().isEmpty() && accordees.isEmpty()
                ? none
                : jdbc
                        .sql("""
                                with l as (
                                    select ecole_id, coalesce(uai, '') as uai,
                                           (coalesce(uai, '') || ' ' || ecole_id) collate "C" as cle
                                      from annuaire.lieu where ecole_id = any(:toutes))
                                select c.ouvrent, c.eleves as coupes, t.ecole_id, t.uai,
                                       (select count(*)::int from annuaire.present p where p.ecole_id = t.ecole_id) as eleves
                                  from (select (select count(*)::int from l where ecole_id = any(:ouvrir)) as ouvrent,
                                               (select count(*)::int from annuaire.present
                                                 where ecole_id = any(:fermer)) as eleves) c
                                  left join ((select ecole_id, uai from l where ecole_id = any(:ouvrir) and cle > :ouvrirApres
                                               order by cle limit :most)
                                             union
                                             (select ecole_id, uai from l where ecole_id = any(:fermer) and cle > :fermerApres
                                               order by cle limit :most)
                                             union
                                             select ecole_id, uai from l where ecole_id = any(:accordees)) t on true
                                """)
                        .param("toutes", all(prevue, accordees))
                        .param("ouvrir", prevue.ouvrir().toArray(UUID[]::new))
                        .param("ouvrirApres", apres.ouvrir)
                        .param("fermer", prevue.fermer().toArray(UUID[]::new))
                        .param("fermerApres", apres.fermer)
                        .param(
                                "accordees",
                                accordees.stream().map(Accordee::ecole).toArray(UUID[]::new))
                        .param("most", SHOWN + 1)
                        .query((rs, _) -> new Nommees(
                                rs.getInt("ouvrent"),
                                rs.getInt("coupes"),
                                rs.getString("uai") == null
                                        ? List.of()
                                        : List.of(new Touchee(
                                                Colonnes.uuid(rs, "ecole_id"),
                                                Objects.requireNonNull(rs.getString("uai")),
                                                rs.getInt("eleves")))))
                        .list()
                        .stream()
                        .reduce(none, Nommees::plus);
    }

    private static UUID[] all(Prevue prevue, List<Accordee> accordees) {
        return Stream.of(
                        prevue.ouvrir(),
                        prevue.fermer(),
                        accordees.stream().map(Accordee::ecole).toList())
                .flatMap(Collection::stream)
                .distinct()
                .toArray(UUID[]::new);
    }

    private static Tranche<Touchee> shown(List<Touchee> named, Set<UUID> ecoles, String apres) {
        return Tranche.read(
                SHOWN,
                most -> named.stream()
                        .filter(e -> ecoles.contains(e.ecole) && e.cle().compareTo(apres) > 0)
                        .sorted(Comparator.comparing(Touchee::cle))
                        .limit(most)
                        .toList(),
                Touchee::cle);
    }

    /// @param ouvrent how many open: those that the directory has
    /// @param eleves of all schools that close: counted, never named
    /// @param uais codes of the schools that the page names
    record Montrees(
            Prevue prevue,
            int ouvrent,
            Tranche<Touchee> ouvrir,
            Tranche<Touchee> fermer,
            Tranche<Accordee> accordees,
            int eleves,
            Map<UUID, String> uais) {}

    private record Nommees(int ouvrent, int eleves, List<Touchee> ecoles) {

        Nommees plus(Nommees other) {
            return new Nommees(
                    other.ouvrent,
                    other.eleves,
                    Stream.concat(ecoles.stream(), other.ecoles.stream()).toList());
        }
    }

    record Touchee(UUID ecole, String uai, int eleves) {

        String cle() {
            return uai + " " + ecole;
        }
    }

    /// Keys of what the page before has named last in each list; empty: from the first.
    record Apres(String ouvrir, String fermer, String accordees) {

        static final Apres RIEN = new Apres("", "", "");
    }
}
