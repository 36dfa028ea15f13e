package fr.entecole.demonstration;

import fr.entecole.socle.AnneeScolaire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/// The feeds of the named world, written from their templates (`resources/monde`) with the school year and the dates of
/// a given day, so that ages follow:
/// `${naissance:CM1:17/02}` a birth date of that level, `${rentree}` and `${annee}` the school year,
/// `${jour:-3}` a day counted from the given one.
final class FluxDuMonde {

    static final Map<String, String> ACADEMIES = Map.of("11", "MONTPELLIER", "16", "TOULOUSE");

    private static final List<String> KINDS = List.of("EtabEducNat", "Eleve", "PersRelEleve", "PersEducNat");
    private static final List<String> LEVELS = List.of("TPS", "PS", "MS", "GS", "CP", "CE1", "CE2", "CM1", "CM2");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");
    private static final DateTimeFormatter FRENCH = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final LocalDate jour;

    FluxDuMonde(LocalDate jour) {
        this.jour = jour;
    }

    /// Writes one feed as a folder named as the académie names it.
    ///
    /// @param genre `Complet` (dated the day before) or `Delta` (dated the day itself)
    /// @return the folder
    Path write(String academie, String genre, Path parent) {
        var date = (genre.equals("Complet") ? jour.minusDays(1) : jour).format(DateTimeFormatter.BASIC_ISO_DATE);
        var name = "ENT1DVA_" + ACADEMIES.get(academie) + "_" + genre + "_" + date;
        try {
            var folder = Files.createDirectories(parent.resolve(name));
            for (var kind : KINDS) {
                var template = new ClassPathResource(
                        "monde/" + academie + "/" + genre.toLowerCase(java.util.Locale.ROOT) + "/" + kind + ".xml");
                if (template.exists()) {
                    Files.writeString(
                            folder.resolve(name + "_" + kind + "_0000.xml"),
                            fill(template.getContentAsString(StandardCharsets.UTF_8)),
                            StandardCharsets.UTF_8);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String fill(String template) {
        return PLACEHOLDER.matcher(template).replaceAll(m -> Matcher.quoteReplacement(value(m.group(1))));
    }

    private String value(String placeholder) {
        var parts = placeholder.split(":", -1);
        var annee = AnneeScolaire.of(jour);
        return switch (parts[0]) {
            case "rentree" -> annee.debut().format(FRENCH);
            case "annee" -> String.valueOf(annee.rentree());
            case "jour" -> jour.plusDays(Integer.parseInt(parts[1])).format(FRENCH);
            case "naissance" -> parts[2] + "/" + (annee.rentree() - 2 - LEVELS.indexOf(parts[1]));
            default -> throw new IllegalArgumentException("unknown placeholder: " + placeholder);
        };
    }
}
