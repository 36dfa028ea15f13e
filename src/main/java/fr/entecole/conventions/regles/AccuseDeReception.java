package fr.entecole.conventions.regles;

import fr.entecole.annuaire.noms.Codes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/// The identifier that a prefecture gives to an act that it has received (@ctes):
/// `011-211102033-20240626-DM2024-47-CC` is the département, the SIREN of the collectivity, the day of the act, its
/// number, and its nature.
///
/// @param numero as the commune numbers it; may hold hyphens
/// @param nature `DE` deliberation, `AI` individual act, `AR` regulation, `CC` contract or convention, `BF` budget,
///     `AU` other
public record AccuseDeReception(String departement, String siren, LocalDate jour, String numero, String nature) {

    private static final Pattern FORME =
            Pattern.compile("(\\d{3}|02[AB])-(\\d{9})-(\\d{8})-([A-Z0-9_/.-]{1,40})-([A-Z]{2})");

    /// @return empty when it is none: another shape, a SIREN whose key is wrong, a day that does not exist
    public static Optional<AccuseDeReception> read(String words) {
        var found =
                FORME.matcher(words.strip().toUpperCase(java.util.Locale.ROOT).replaceAll("\\s", ""));
        if (!found.matches() || !Codes.siren(found.group(2))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AccuseDeReception(
                    found.group(1),
                    found.group(2),
                    LocalDate.parse(found.group(3), DateTimeFormatter.BASIC_ISO_DATE),
                    found.group(4),
                    found.group(5)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// Whether the prefecture speaks of this collectivity: a SIRET begins with its SIREN.
    public boolean isOf(String siret) {
        return siret.startsWith(siren);
    }

    @Override
    public String toString() {
        return String.join("-", departement, siren, jour.format(DateTimeFormatter.BASIC_ISO_DATE), numero, nature);
    }
}
