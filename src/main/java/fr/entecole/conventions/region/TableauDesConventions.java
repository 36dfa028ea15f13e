package fr.entecole.conventions.region;

import static fr.entecole.socle.Phrases.t;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.entecole.conventions.Convention;
import fr.entecole.conventions.regles.Attente;
import fr.entecole.conventions.regles.EcoleInscrite;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/// Conventions as they stand on a day, one a line.
final class TableauDesConventions {

    private TableauDesConventions() {}

    static void write(List<Convention> conventions, LocalDate jour, OutputStream out) throws IOException {
        var output = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        output.write('\ufeff'); // without it spreadsheets lose the accents
        try (var csv = CsvWriter.builder().fieldSeparator(';').build(output)) {
            csv.writeRecord(
                    t("Convention"),
                    t("Collectivité"),
                    t("SIRET"),
                    t("INSEE"),
                    t("État"),
                    t("À qui le tour"),
                    t("Acte reçu"),
                    t("Écoles"),
                    t("Montant en centimes"),
                    t("Prend effet"),
                    t("Fin"));
            for (var c : conventions) {
                var effect = c.signatures().effet();
                csv.writeRecord(
                        c.numero(),
                        plain(c.declaration().denomination()),
                        c.declaration().siret(),
                        c.insee(),
                        c.etat(jour).libelle(),
                        c.attentes(jour).stream().map(Attente::phrase).collect(Collectors.joining(", ")),
                        c.acte() ? t("oui") : t("non"),
                        c.billed(jour).stream().map(EcoleInscrite::uai).collect(Collectors.joining(" ")),
                        String.valueOf(c.montant(jour).centimes()),
                        effect == null ? "" : effect.toString(),
                        c.parametres().fin().toString());
            }
        }
    }

    /// A name is no formula of a spreadsheet.
    private static String plain(String value) {
        return value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
    }
}
