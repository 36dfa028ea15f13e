package fr.entecole.socle;

import static fr.entecole.socle.Phrases.t;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// How far the service conforms to the RGAA, as its last audit found it: a file `accessibilite/audit.properties` with
/// `date`, `auditeur` and `taux` (share of the applicable criteria that are met, 0 to 100). Without a valid audit the
/// service is « non conforme » (décret n° 2019-768; RGAA 4.1.2, obligations); an audit holds for three years.
public record Accessibilite(@Nullable LocalDate date, String auditeur, int taux) {

    private static final Accessibilite COURANTE = read();

    public static Accessibilite courante() {
        return COURANTE;
    }

    public boolean auditee(LocalDate aujourdhui) {
        return date != null && aujourdhui.isBefore(date.plusYears(3));
    }

    public String etat(LocalDate aujourdhui) {
        if (!auditee(aujourdhui) || taux < 50) {
            return t("non conforme");
        }
        return taux == 100 ? t("totalement conforme") : t("partiellement conforme");
    }

    private static Accessibilite read() {
        try (var input = Accessibilite.class.getResourceAsStream("/accessibilite/audit.properties")) {
            if (input == null) {
                return new Accessibilite(null, "", 0);
            }
            var audit = new Properties();
            audit.load(new InputStreamReader(input, StandardCharsets.UTF_8));
            return of(audit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Accessibilite of(Properties audit) {
        try {
            return new Accessibilite(
                    LocalDate.parse(audit.getProperty("date", "")),
                    audit.getProperty("auditeur", ""),
                    Integer.parseInt(audit.getProperty("taux", "0").strip()));
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new IllegalStateException("accessibilite/audit.properties: date, auditeur, taux", e);
        }
    }
}
