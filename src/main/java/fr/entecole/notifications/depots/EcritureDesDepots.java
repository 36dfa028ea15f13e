package fr.entecole.notifications.depots;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Etendue;
import fr.entecole.socle.Colonnes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is deposited, written down in the caller's transaction, however many at once.
@Component
public class EcritureDesDepots {

    private final JdbcClient jdbc;

    EcritureDesDepots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A thing that waits already is called otherwise, and waits no more where it has become urgent.
    ///
    /// @param nouvelles each thing once
    /// @return the deposit of each thing
    public Map<UUID, UUID> put(List<Depose> nouvelles, @Nullable String urgence, Instant now) {
        var written = written(nouvelles, urgence, now);
        Map<UUID, Depose> neufs = new LinkedHashMap<>();
        Map<UUID, UUID> ids = new HashMap<>();
        for (var nouvelle : nouvelles) {
            var depot = Objects.requireNonNull(written.get(nouvelle.chose));
            ids.put(nouvelle.chose, depot.id);
            if (depot.neuf) {
                neufs.put(depot.id, nouvelle);
            } else if (urgence != null) {
                hurry(depot.id, urgence, now);
            }
        }
        schedule(neufs);
        name(neufs);
        return ids;
    }

    /// By their things.
    private Map<UUID, Ecrit> written(List<Depose> nouvelles, @Nullable String urgence, Instant now) {
        Map<UUID, Ecrit> depots = new HashMap<>();
        jdbc.sql("""
                        insert into notifications.depot (sorte, chose, pour, adresse, titre, auteur_id, urgence, depose_le)
                        select n.sorte, n.chose, n.pour, n.adresse, n.titre, n.auteur, :urgence::text, :now
                          from unnest(:sortes::text[], :choses::uuid[], :publics::text[], :adresses::text[],
                                      :titres::text[], :auteurs::uuid[]) n (sorte, chose, pour, adresse, titre, auteur)
                        on conflict (sorte, chose) where annule_le is null
                        do update set titre = excluded.titre, adresse = excluded.adresse
                        returning id, chose, xmax = 0 as neuf
                        """)
                .param("sortes", texts(nouvelles, Depose::sorte))
                .param("choses", nouvelles.stream().map(Depose::chose).toArray(UUID[]::new))
                .param("publics", texts(nouvelles, Depose::codes))
                .param("adresses", texts(nouvelles, Depose::adresse))
                .param("titres", texts(nouvelles, Depose::titre))
                .param("auteurs", nouvelles.stream().map(Depose::auteur).toArray(UUID[]::new))
                .param("urgence", urgence)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(rs -> {
                    depots.put(Colonnes.uuid(rs, "chose"), new Ecrit(Colonnes.uuid(rs, "id"), rs.getBoolean("neuf")));
                });
        return depots;
    }

    private static String[] texts(List<Depose> nouvelles, Function<Depose, String> of) {
        return nouvelles.stream().map(of).toArray(String[]::new);
    }

    private void hurry(UUID depot, String urgence, Instant now) {
        var of = Map.of("depot", depot, "urgence", urgence, "now", now.atOffset(ZoneOffset.UTC));
        jdbc.sql("update notifications.depot set urgence = :urgence where id = :depot")
                .params(of)
                .update();
        jdbc.sql("""
                        update notifications.remise set due_le = :now
                         where depot_id = :depot and livree_le is null and annulee_le is null and due_le > :now
                        """).params(of).update();
    }

    private void schedule(Map<UUID, Depose> neufs) {
        List<UUID> depots = new ArrayList<>();
        List<UUID> ecoles = new ArrayList<>();
        List<String> dues = new ArrayList<>();
        neufs.forEach((depot, nouvelle) -> nouvelle.quand.forEach((ecole, due) -> {
            depots.add(depot);
            ecoles.add(ecole);
            dues.add(due.toString());
        }));
        if (!depots.isEmpty()) {
            jdbc.sql("""
                            insert into notifications.remise (ecole_id, depot_id, due_le)
                            select q.ecole, q.depot, q.due
                              from unnest(:ecoles::uuid[], :depots::uuid[], :dues::timestamptz[]) q (ecole, depot, due)
                            """)
                    .param("depots", depots.toArray(UUID[]::new))
                    .param("ecoles", ecoles.toArray(UUID[]::new))
                    .param("dues", dues.toArray(String[]::new))
                    .update();
        }
    }

    private void name(Map<UUID, Depose> neufs) {
        List<UUID> depots = new ArrayList<>();
        List<UUID> personnes = new ArrayList<>();
        neufs.forEach((depot, nouvelle) -> nouvelle.nommes().forEach(personne -> {
            depots.add(depot);
            personnes.add(personne);
        }));
        if (!depots.isEmpty()) {
            jdbc.sql("""
                            insert into notifications.depot_personne (personne_id, depot_id)
                            select q.personne, q.depot from unnest(:personnes::uuid[], :depots::uuid[]) q (personne, depot)
                            """)
                    .param("depots", depots.toArray(UUID[]::new))
                    .param("personnes", personnes.toArray(UUID[]::new))
                    .update();
        }
    }

    /// @param sorte code of its kind
    /// @param auteur person of the directory; null: the house itself
    /// @param quand when it reaches the people of each school
    public record Depose(
            String sorte,
            UUID chose,
            List<Public> publics,
            String adresse,
            String titre,
            @Nullable UUID auteur,
            Map<UUID, Instant> quand) {

        private String codes() {
            return publics.stream().map(Public::code).collect(Collectors.joining(" "));
        }

        private Stream<UUID> nommes() {
            return publics.stream()
                    .filter(pour -> pour.etendue() == Etendue.PERSONNES || pour.etendue() == Etendue.ELEVES)
                    .flatMap(pour -> Stream.of(pour.ids()))
                    .distinct();
        }
    }

    private record Ecrit(UUID id, boolean neuf) {}
}
