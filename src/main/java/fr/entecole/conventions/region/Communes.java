package fr.entecole.conventions.region;

import fr.entecole.conventions.regles.Etat;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Communes with a public school on a picture of the region, where the public annuaire says where their schools stand.
@Component
class Communes {

    private static final double WEST = -0.40;
    private static final double NORTH = 45.10;

    // Pixels a degree: at 43.7 degrees north a degree of longitude is 0.723 of one of latitude.
    private static final double BY_LATITUDE = 262;
    private static final double BY_LONGITUDE = BY_LATITUDE * 0.723;

    private final JdbcClient jdbc;

    Communes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param etats states of the conventions of a year, by commune
    Picture picture(Map<String, List<Etat>> etats) {
        Map<Place, StringBuilder> traits = new EnumMap<>(Place.class);
        Map<Place, Integer> nombres = new EnumMap<>(Place.class);
        jdbc.sql("""
                        select l.commune_insee, avg(c.latitude) as latitude, avg(c.longitude) as longitude
                          from annuaire.coordonnees c join annuaire.lieu l on l.ecole_id = c.ecole_id
                         where l.commune_insee is not null
                         group by l.commune_insee
                        """).query(rs -> {
            var place = etats.getOrDefault(Objects.requireNonNull(rs.getString(1)), List.of()).stream()
                    .map(Place::of)
                    .min(Comparator.naturalOrder())
                    .orElse(Place.AUCUNE);
            traits.computeIfAbsent(place, _ -> new StringBuilder())
                    .append('M')
                    .append(Math.round((rs.getDouble(3) - WEST) * BY_LONGITUDE))
                    .append(' ')
                    .append(Math.round((NORTH - rs.getDouble(2)) * BY_LATITUDE))
                    .append("h0");
            nombres.merge(place, 1, Integer::sum);
        });
        Map<Place, String> drawn = new EnumMap<>(Place.class);
        traits.forEach((place, trait) -> drawn.put(place, trait.toString()));
        return new Picture(drawn, nombres);
    }

    /// @param traits one path a state: a dot is a line of no length, which costs ten signs
    record Picture(Map<Place, String> traits, Map<Place, Integer> nombres) {

        boolean isEmpty() {
            return traits.isEmpty();
        }
    }

    /// How a commune is drawn, the strongest first where it has several conventions.
    enum Place {
        ACTIVE,
        COURS,
        FINIE,
        AUCUNE;

        static Place of(Etat etat) {
            return switch (etat) {
                case ACTIVE -> ACTIVE;
                case ECHUE, RENOUVELEE, RESILIEE -> FINIE;
                default -> COURS;
            };
        }

        String classe() {
            return "c-" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
