package fr.entecole.conventions.titres;

import static fr.entecole.socle.Phrases.t;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Titres as the accounting system takes them, one a line (docs/interfaces/titres.md).
final class TableauDesTitres {

    private TableauDesTitres() {}

    static void write(List<Titre> titres, OutputStream out) throws IOException {
        var output = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        output.write('\ufeff'); // without it spreadsheets lose the accents
        try (var csv = CsvWriter.builder().fieldSeparator(';').build(output)) {
            csv.writeRecord(
                    t("Numéro"),
                    t("SIRET"),
                    t("Collectivité"),
                    t("Montant en centimes"),
                    t("Année scolaire"),
                    t("Convention"),
                    t("UAI des écoles"),
                    t("Émis le"),
                    t("Annule"),
                    t("Libellé"));
            for (var titre : titres) {
                csv.writeRecord(
                        titre.reference(),
                        titre.siret(),
                        plain(titre.denomination()),
                        String.valueOf(titre.montant().centimes()),
                        new AnneeScolaire(titre.annee()).toString(),
                        titre.numeroConvention(),
                        String.join(" ", titre.uais()),
                        Dates.day(titre.emisLe()).toString(),
                        titre.annuleReference(),
                        plain(
                                titre.isReduction()
                                        ? t(
                                                "Annulation du titre {0}, convention {1}\u00a0: {2}",
                                                titre.annuleReference(), titre.numeroConvention(), titre.motif())
                                        : t(
                                                "Participation à l’ENT-École, {0, plural, one {une école} other {# écoles}}",
                                                titre.uais().size())));
            }
        }
    }

    /// A name is no formula of a spreadsheet.
    private static String plain(String value) {
        return value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
    }
}
