package fr.entecole.calendrier.fichiers;

import static fr.entecole.socle.Phrases.t;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.entecole.socle.AnneeScolaire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The national data set: a row for each académie, which says the same as its neighbours of the zone. Days are written
/// as days or as instants of local midnight; the end is the day of return. Rows for teachers alone are left aside.
public final class LectureCsv {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Pattern ZONE = Pattern.compile("(?:Zone )?([ABC])");
    private static final Pattern ANNEE = Pattern.compile("(\\d{4})-(\\d{4})");
    private static final List<String> COLUMNS = List.of("description", "start_date", "zones", "annee_scolaire");
    private static final int LONGEST = 80;

    private LectureCsv() {}

    /// @throws FichierRefuse with the line of what is wrong
    public static Set<PeriodeLue> read(String texte) {
        var separator = texte.lines().findFirst().orElse("").contains(";") ? ';' : ',';
        Set<PeriodeLue> periodes = new LinkedHashSet<>();
        try (var rows = CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(strip(texte))) {
            for (var row : rows) {
                COLUMNS.forEach(column -> require(row, column));
                periode(row, periodes);
            }
        } catch (CsvParseException _) {
            throw new FichierRefuse(
                    t("Ce fichier n’est pas un tableau CSV : un guillemet n’est sans doute pas refermé."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (periodes.isEmpty()) {
            throw new FichierRefuse(t("Ce fichier ne donne aucune vacance d’une zone A, B ou C pour les élèves."));
        }
        return periodes;
    }

    private static void periode(NamedCsvRecord row, Set<PeriodeLue> periodes) {
        var zone = ZONE.matcher(field(row, "zones").strip());
        if (!zone.matches() || isForTeachers(field(row, "population"))) {
            return;
        }
        var nom = field(row, "description").strip().replace('\'', '’');
        if (nom.isEmpty() || nom.length() > LONGEST) {
            throw refused(row, t("le nom des vacances manque, ou il est trop long"));
        }
        var debut = day(row, "start_date");
        if (debut == null) {
            throw refused(row, t("le jour où les vacances commencent manque"));
        }
        var fin = day(row, "end_date");
        if (fin != null && fin.isBefore(debut)) {
            throw refused(row, t("les vacances finissent avant de commencer"));
        }
        // A bridge of one day is written with its own day as its end.
        var reprise = fin != null && fin.equals(debut) ? debut.plusDays(1) : fin;
        periodes.add(new PeriodeLue(Zone.valueOf(zone.group(1)), annee(row, debut), nom, debut, reprise));
    }

    private static int annee(NamedCsvRecord row, LocalDate debut) {
        var annee = ANNEE.matcher(field(row, "annee_scolaire").strip());
        if (!annee.matches() || Integer.parseInt(annee.group(1)) + 1 != Integer.parseInt(annee.group(2))) {
            throw refused(row, t("l’année scolaire s’écrit 2026-2027"));
        }
        int rentree = Integer.parseInt(annee.group(1));
        if (AnneeScolaire.of(debut).rentree() != rentree) {
            throw refused(row, t("le premier jour n’est pas dans l’année scolaire {0}", annee.group()));
        }
        return rentree;
    }

    private static @Nullable LocalDate day(NamedCsvRecord row, String column) {
        var words = field(row, column).strip();
        try {
            return words.isEmpty()
                    ? null
                    : words.contains("T")
                            ? OffsetDateTime.parse(words)
                                    .atZoneSameInstant(PARIS)
                                    .toLocalDate()
                            : LocalDate.parse(words);
        } catch (DateTimeException _) {
            throw refused(row, t("« {0} » n’est pas une date (2026-10-17)", shortened(words)));
        }
    }

    private static boolean isForTeachers(String population) {
        return population.strip().toLowerCase(Locale.FRENCH).startsWith("enseignant");
    }

    private static void require(NamedCsvRecord row, String column) {
        if (!row.getHeader().contains(column)) {
            throw new FichierRefuse(t(
                    "La première ligne doit nommer les colonnes {0} : il manque « {1} ».",
                    String.join(", ", COLUMNS), column));
        }
    }

    private static String field(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("");
    }

    private static FichierRefuse refused(NamedCsvRecord row, String why) {
        return new FichierRefuse(t("Ligne {0} : {1}. Rien n’a été changé.", row.getStartingLineNumber(), why));
    }

    private static String shortened(String words) {
        return words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
    }

    /// Without the mark of order that some spreadsheets write first.
    private static String strip(String texte) {
        return texte.startsWith("\ufeff") ? texte.substring(1) : texte;
    }
}
