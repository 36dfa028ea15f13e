package fr.entecole.conventions.region;

import fr.entecole.conventions.regles.Attente;
import fr.entecole.conventions.regles.Etat;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Like;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a list of all conventions of a year asks, from one narrow row each (`conventions.suivi`): a page of it costs
/// what it shows, however many there are.
@Component
class LectureDuTableau {

    private static final String CHOISIES = """
            select convention_id, numero, attentes from conventions.suivie(:jour)
             where annee = :annee and (:etat = '' or etat = :etat)
               and (:attente = '' or :attente = any(attentes))
               and (not :tour or attentes && cast(:attendues as text[])) and (not :personne or attentes = '{}')
            """;

    // Words are looked for in the narrow rows of the year, the code of a school by its index.
    private static final String CHERCHEES = """
               and convention_id = any(array(
                   select n.convention_id from conventions.suivi n where n.annee = :annee and n.mots like :motif
                   union
                   select n.convention_id from conventions.inscription i
                     join conventions.suivi n on n.declaration_id = i.liste_id and n.annee = :annee
                    where i.uai = :uai))
            """;

    private final JdbcClient jdbc;

    LectureDuTableau(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many are in each state; those of none are not named.
    Map<Etat, Integer> counts(int annee, LocalDate jour) {
        Map<Etat, Integer> counts = new EnumMap<>(Etat.class);
        jdbc.sql("""
                        select etat, count(*)::int as nombre from conventions.suivie(:jour) where annee = :annee group by etat
                        """).param("jour", jour).param("annee", annee).query(rs -> {
            counts.put(Etat.valueOf(rs.getString("etat")), rs.getInt("nombre"));
        });
        return counts;
    }

    /// The states of the conventions of that year, by the commune that answers for them.
    Map<String, List<Etat>> byCommune(int annee, LocalDate jour) {
        Map<String, List<Etat>> states = new HashMap<>();
        jdbc.sql("""
                        select coalesce(x.nouvelle_insee, s.commune_insee) as commune_insee, array_agg(s.etat) as etats
                          from conventions.suivie(:jour) s
                          left join conventions.succession_dite x on x.commune_insee = s.commune_insee
                         where s.annee = :annee group by 1
                        """).param("jour", jour).param("annee", annee).query(rs -> {
            states.put(
                    Objects.requireNonNull(rs.getString("commune_insee")),
                    Colonnes.strings(rs, "etats").stream().map(Etat::valueOf).toList());
        });
        return states;
    }

    /// @param apres number of the last one of the page before; empty: from the first
    /// @param most how many are named, at most
    Trouvees find(Choix choix, LocalDate jour, String apres, int most) {
        return ask(choix, jour, """
                        with f as (%s)
                        select (select count(*)::int from f) as nombre,
                               (select count(*)::int from f where attentes && cast(:commune as text[])) as commune,
                               array(select convention_id from f where numero > :apres order by numero limit :most) as ids
                        """)
                .param("commune", of(Etat.Tour.COMMUNE))
                .param("apres", apres)
                .param("most", most)
                .query((rs, _) ->
                        new Trouvees(List.copyOf(Colonnes.uuids(rs, "ids")), rs.getInt("nombre"), rs.getInt("commune")))
                .single();
    }

    /// All of them, by number.
    List<UUID> all(Choix choix, LocalDate jour) {
        return ask(choix, jour, "%s order by numero")
                .query((rs, _) -> Colonnes.uuid(rs, "convention_id"))
                .list();
    }

    private JdbcClient.StatementSpec ask(Choix choix, LocalDate jour, String words) {
        var tour = choix.tourOf();
        return jdbc.sql(words.formatted(choix.mots().isEmpty() ? CHOISIES : CHOISIES + CHERCHEES))
                .param("jour", jour)
                .param("annee", choix.annee())
                .param("etat", choix.etat())
                .param("attente", choix.attente())
                .param("tour", tour.filter(t -> t != Etat.Tour.PERSONNE).isPresent())
                .param("attendues", tour.map(LectureDuTableau::of).orElseGet(() -> new String[0]))
                .param("personne", tour.filter(t -> t == Etat.Tour.PERSONNE).isPresent())
                .param("motif", Like.anywhere(choix.mots()))
                .param("uai", choix.mots().toUpperCase(Locale.ROOT));
    }

    private static String[] of(Etat.Tour tour) {
        return Arrays.stream(Attente.values())
                .filter(a -> a.tour() == tour)
                .map(Attente::name)
                .toArray(String[]::new);
    }

    /// @param ids of the page that is asked for, by number
    /// @param nombre how many there are in all
    /// @param commune of those, how many await something of the commune
    record Trouvees(List<UUID> ids, int nombre, int commune) {}
}
