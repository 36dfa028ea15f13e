package fr.entecole.conventions.region;

import static fr.entecole.socle.Phrases.t;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.entecole.conventions.Convention;
import fr.entecole.conventions.regles.Attente;
import fr.entecole.conventions.regles.EcoleInscrite;
import fr.entecole.conventions.regles.Montant;
import fr.entecole.conventions.titres.Titre;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Conventions as they stand on a day, one a line, with all that is known of each (docs/interfaces/conventions.md).
final class TableauDesConventions {

    private TableauDesConventions() {}

    /// @param titres of the year, whichever conventions are asked for
    static void write(List<Convention> conventions, List<Titre> titres, LocalDate jour, OutputStream out)
            throws IOException {
        var of = titres.stream().collect(Collectors.groupingBy(Titre::convention));
        var output = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        output.write('\ufeff'); // without it spreadsheets lose the accents
        try (var csv = CsvWriter.builder().fieldSeparator(';').build(output)) {
            csv.writeRecord(heads());
            for (var c : conventions) {
                csv.writeRecord(
                        cells(c, of.getOrDefault(c.id(), List.of()), jour).values());
            }
        }
    }

    /// Those of a line, which its cells bear.
    private static List<String> heads() {
        return List.of(
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
                t("Fin"),
                t("Qui signe"),
                t("Forme juridique"),
                t("Adresse"),
                t("Signataire"),
                t("En qualité de"),
                t("Personne à joindre"),
                t("Courriel"),
                t("Transmise"),
                t("Signée par la commune"),
                t("Signée par la région"),
                t("Dernière relance"),
                t("Finie avant terme"),
                t("Avenants"),
                t("Titres"),
                t("Émis en centimes"),
                t("Payé en centimes"));
    }

    private static Cells cells(Convention c, List<Titre> titres, LocalDate jour) {
        var dite = c.declaration();
        return new Cells()
                .add(c.numero())
                .add(dite.denomination())
                .add(dite.siret())
                .add(c.insee())
                .add(c.etat(jour).libelle())
                .add(c.attentes(jour).stream().map(Attente::phrase).collect(Collectors.joining(", ")))
                .add(c.acte() ? t("oui") : t("non"))
                .add(c.billed(jour).stream().map(EcoleInscrite::uai).collect(Collectors.joining(" ")))
                .add(c.montant(jour))
                .add(c.signatures().effet())
                .add(c.parametres().fin())
                .add(dite.genre().libelle())
                .add(dite.forme())
                .add(dite.adresse())
                .add(dite.signataire())
                .add(dite.qualite())
                .add(dite.contact())
                .add(dite.courriel())
                .add(c.signatures().transmise())
                .add(c.signatures().commune())
                .add(c.signatures().region())
                .add(c.relance())
                .add(c.cessation().effet())
                .add(String.valueOf(c.avenants().size()))
                .add(titres.stream().map(Titre::reference).collect(Collectors.joining(" ")))
                .add(titres.stream().map(Titre::montant).reduce(new Montant(0), Montant::plus))
                .add(titres.stream().map(Titre::paye).reduce(new Montant(0), Montant::plus));
    }

    /// What a spreadsheet reads: days as `2026-11-30`, amounts in whole cents, and no formula.
    private record Cells(List<String> values) {

        Cells() {
            this(new ArrayList<>());
        }

        Cells add(String words) {
            values.add(words.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + words : words);
            return this;
        }

        Cells add(@Nullable LocalDate jour) {
            return add(jour == null ? "" : jour.toString());
        }

        Cells add(Montant montant) {
            values.add(String.valueOf(montant.centimes()));
            return this;
        }
    }
}
