package fr.entecole.mesure;

import fr.entecole.mesure.Territoires.Territoire;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Sceau;
import fr.entecole.socle.contrats.ServiceMesure.Service;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A week in the columns of the published national figures: a row a school. How long visits last is not known here, so
/// those columns are not there. Under five nothing is written; nor is a whole whose parts would tell it.
@Component
class ExportDnma {

    private static final String SEPARATEUR = ";";
    private static final String GLOBALES = "globales";

    private static final List<ProfilMesure> PROFILS =
            Stream.of(ProfilMesure.values()).filter(p -> !p.colonne().isEmpty()).toList();

    private final JdbcClient jdbc;
    private final Sceau sceau;

    ExportDnma(JdbcClient jdbc, Sceau sceau) {
        this.jdbc = jdbc;
        this.sceau = sceau;
    }

    @Transactional(readOnly = true)
    public String of(Territoire territoire, LocalDate lundi) {
        Map<UUID, Map<String, Long>> comptes = new HashMap<>();
        var of = Map.of(
                "tout", territoire.region(), "ecoles", territoire.ids(), "debut", lundi, "fin", lundi.plusDays(6));
        jdbc.sql("""
                        select ecole_id, profil, service, appareil, sum(entrees) as entrees, sum(visites) as visites
                          from mesure.compteur
                         where jour between :debut and :fin and (:tout or ecole_id = any(:ecoles))
                           and ecole_id <> '00000000-0000-0000-0000-000000000000'
                         group by 1, 2, 3, 4
                        """).params(of).query(rs -> {
            var row = comptes.computeIfAbsent(Colonnes.uuid(rs, "ecole_id"), _ -> new HashMap<>());
            var profil = ProfilMesure.valueOf(rs.getString("profil")).colonne();
            long entrees = rs.getLong("entrees");
            row.merge("visites_" + profil, entrees, Long::sum);
            row.merge(
                    "visites_" + Service.valueOf(rs.getString("service")).colonne(), rs.getLong("visites"), Long::sum);
            row.merge("visites_" + Appareil.valueOf(rs.getString("appareil")).colonne(), entrees, Long::sum);
        });
        jdbc.sql("""
                        select ecole_id, profil, max(venus) as venus from (
                            select ecole_id, profil, venus from mesure.semaine
                             where semaine = :debut and (:tout or ecole_id = any(:ecoles))
                            union all
                            select ecole_id, profil, count(*)::int from mesure.marque
                             where semaine = :debut and (:tout or ecole_id = any(:ecoles)) group by 1, 2) x
                         group by 1, 2
                        """).params(of).query(rs -> {
            comptes.computeIfAbsent(Colonnes.uuid(rs, "ecole_id"), _ -> new HashMap<>())
                    .merge(
                            "utilisateurs_"
                                    + ProfilMesure.valueOf(rs.getString("profil"))
                                            .colonne(),
                            rs.getLong("venus"),
                            Long::sum);
        });
        return text(lieux(comptes), comptes, lundi);
    }

    /// Codes and académies, by code.
    private Map<String, Lieu> lieux(Map<UUID, ?> comptes) {
        Map<String, Lieu> lieux = new TreeMap<>();
        jdbc.sql("select ecole_id, uai, academie from annuaire.lieu where ecole_id = any(:ecoles) and uai is not null")
                .param("ecoles", comptes.keySet().toArray(UUID[]::new))
                .query(rs -> {
                    lieux.put(rs.getString("uai"), new Lieu(Colonnes.uuid(rs, "ecole_id"), rs.getString("academie")));
                });
        return lieux;
    }

    private String text(Map<String, Lieu> lieux, Map<UUID, Map<String, Long>> comptes, LocalDate lundi) {
        var text = new StringBuilder();
        line(text, Stream.concat(Stream.of("debutsemaine", "uai", "academie"), columns().stream()));
        lieux.forEach((uai, lieu) -> {
            var row = comptes.getOrDefault(lieu.ecole, Map.of());
            var hidden = hidden(row, new Tirage(sceau, lieu.ecole.toString(), lundi.toString()));
            line(
                    text,
                    Stream.concat(
                            Stream.of(lundi.toString(), uai, lieu.academie),
                            columns().stream().map(column -> hidden.contains(column) ? "" : value(column, row))));
        });
        return text.toString();
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>();
        columns.add("visites_" + GLOBALES);
        columns.add("utilisateurs_" + GLOBALES);
        for (var profil : PROFILS) {
            columns.add("visites_" + profil.colonne());
            columns.add("utilisateurs_" + profil.colonne());
        }
        Arrays.stream(Service.values()).forEach(service -> columns.add("visites_" + service.colonne()));
        Arrays.stream(Appareil.values()).forEach(appareil -> columns.add("visites_" + appareil.colonne()));
        return columns;
    }

    /// Profiles and devices add up to the same visits; services do not. People have no sum when one part is not said.
    private static Set<String> hidden(Map<String, Long> row, Tirage tirage) {
        var appareils = seen(Arrays.stream(Appareil.values()).map(a -> "visites_" + a.colonne()), row);
        var services = seen(Arrays.stream(Service.values()).map(s -> "visites_" + s.colonne()), row);
        Set<String> hidden = new HashSet<>();
        hidden.addAll(Compte.tus(
                seen(PROFILS.stream().map(p -> "visites_" + p.colonne()), row),
                column -> value(column, row).isEmpty(),
                tirage::lot));
        hidden.addAll(Compte.tus(appareils, _ -> false, tirage::lot));
        hidden.addAll(Dits.servicesTus(
                services, appareils.values().stream().mapToLong(n -> n).sum(), tirage::lot));
        return hidden;
    }

    private static Map<String, Long> seen(Stream<String> columns, Map<String, Long> row) {
        return columns.filter(column -> row.getOrDefault(column, 0L) > 0)
                .collect(Collectors.toMap(column -> column, row::get));
    }

    private static String value(String column, Map<String, Long> row) {
        if (column.endsWith("_" + GLOBALES)) {
            return whole(column.substring(0, column.indexOf('_') + 1), row);
        }
        var profil = PROFILS.stream()
                .filter(p -> column.equals("visites_" + p.colonne()))
                .findFirst();
        boolean few = profil.isPresent()
                && new Compte(row.getOrDefault("utilisateurs_" + profil.get().colonne(), 0L)).masque();
        return few ? "" : new Compte(row.getOrDefault(column, 0L)).brut();
    }

    /// Of all profiles, those that have no column too; nothing where one of them is not said, unless nobody came.
    private static String whole(String start, Map<String, Long> row) {
        long sum = 0;
        for (var profil : ProfilMesure.values()) {
            long part = row.getOrDefault(start + profil.colonne(), 0L);
            long people = row.getOrDefault("utilisateurs_" + profil.colonne(), 0L);
            if (part > 0 && (new Compte(part).masque() || new Compte(people).masque())) {
                return "";
            }
            sum += part;
        }
        return new Compte(sum).brut();
    }

    private static void line(StringBuilder text, Stream<String> cells) {
        text.append(String.join(SEPARATEUR, cells.toList())).append("\r\n");
    }

    private record Lieu(UUID ecole, String academie) {}
}
