package fr.entecole.annuaire.officiel;

import static fr.entecole.socle.Phrases.t;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import fr.entecole.annuaire.ecoles.NomsPublics;
import fr.entecole.annuaire.noms.Codes;
import fr.entecole.annuaire.tableaux.Tableau;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads the public file by the names of its columns, in any case and any order: 71 of them or 72, whatever ends its
/// lines. Only public primary schools of the académies that are known are kept; a column that is missing leaves its
/// value unsaid.
final class LectureDuFichier {

    private static final Set<String> NATURES = Set.of("101", "103", "151", "153", "162");
    private static final List<String> NEEDED = List.of(
            "identifiant_de_l_etablissement", "nom_etablissement", "code_academie", "code_commune", "nom_commune");
    private static final int TOLD = 50;

    private final Predicate<String> academies;
    private final Map<String, Integer> colonnes = new HashMap<>();
    private final Map<String, EcoleOfficielle> ecoles = new LinkedHashMap<>();
    private final List<String> remarques = new ArrayList<>();
    private int autres;

    private LectureDuFichier(Predicate<String> academies) {
        this.academies = academies;
    }

    /// @param autres lines of other places, left aside
    /// @param remarques what is odd, line by line; the first ones where there are many
    record Lu(List<EcoleOfficielle> ecoles, int autres, List<String> remarques) {}

    /// A file that is not the one.
    static final class FichierRefuse extends Exception {

        private static final long serialVersionUID = 1;

        FichierRefuse(String phrase) {
            super(phrase);
        }

        String phrase() {
            return String.valueOf(getMessage());
        }
    }

    static Lu read(byte[] octets, Predicate<String> academies) throws FichierRefuse {
        var lecture = new LectureDuFichier(academies);
        var texte = Tableau.text(octets);
        int end = texte.indexOf('\n');
        var heading = end < 0 ? texte : texte.substring(0, end);
        char separator = heading.indexOf(';') >= 0 ? ';' : heading.indexOf('\t') >= 0 ? '\t' : ',';
        try (var rows = CsvReader.builder()
                .fieldSeparator(separator)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(texte)) {
            for (var row : rows) {
                if (lecture.colonnes.isEmpty()) {
                    lecture.heading(row);
                } else {
                    lecture.line(row);
                }
            }
        } catch (CsvParseException | IOException e) {
            throw new FichierRefuse(
                    t("Ce fichier n’est pas un tableau CSV : un guillemet n’est sans doute pas refermé."));
        }
        if (lecture.colonnes.isEmpty()) {
            throw new FichierRefuse(t("Ce fichier est vide."));
        }
        return new Lu(List.copyOf(lecture.ecoles.values()), lecture.autres, List.copyOf(lecture.remarques));
    }

    private void heading(CsvRecord row) throws FichierRefuse {
        for (int i = 0; i < row.getFieldCount(); i++) {
            colonnes.putIfAbsent(row.getField(i).strip().toLowerCase(Locale.ROOT), i);
        }
        var missing =
                NEEDED.stream().filter(name -> !colonnes.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new FichierRefuse(t(
                    "Ce fichier n’est pas l’annuaire de l’éducation : il lui manque {0, plural, one {la colonne} other {les colonnes}} {1}.",
                    missing.size(), String.join(", ", missing)));
        }
    }

    private void line(CsvRecord row) {
        var uai = field(row, "identifiant_de_l_etablissement");
        var academie = field(row, "code_academie");
        if (uai == null || academie == null || !isPublicSchool(row) || !academies.test(academie)) {
            autres++;
            return;
        }
        uai = uai.toUpperCase(Locale.ROOT);
        var line = row.getStartingLineNumber();
        if (!Codes.uai(uai)) {
            remark(t(
                    "Ligne {0, number} : le code {1} n’est pas un code UAI juste, l’école est laissée de côté.",
                    line, uai));
            return;
        }
        var siret = field(row, "siren_siret");
        if (siret != null && !Codes.siret(siret)) {
            remark(t(
                    "Ligne {0, number} : le SIRET {1} de l’école {2} n’est pas juste, il est laissé de côté.",
                    line, siret, uai));
            siret = null;
        }
        if (ecoles.put(uai, ecole(row, uai, academie, siret)) != null) {
            remark(t("Ligne {0, number} : l’école {1} vient une seconde fois, la dernière ligne compte.", line, uai));
        }
    }

    private boolean isPublicSchool(CsvRecord row) {
        var type = field(row, "type_etablissement");
        var statut = field(row, "statut_public_prive");
        var nature = field(row, "code_nature");
        return (type == null || type.equalsIgnoreCase("ecole"))
                && (statut == null || statut.equalsIgnoreCase("public"))
                && (nature == null || NATURES.contains(nature));
    }

    private EcoleOfficielle ecole(CsvRecord row, String uai, String academie, @Nullable String siret) {
        var nom = field(row, "nom_etablissement");
        var commune = field(row, "nom_commune");
        var circonscription = field(row, "nom_circonscription");
        var etat = field(row, "etat");
        return new EcoleOfficielle(
                uai,
                academie,
                nom == null ? uai : nom,
                nom == null ? null : NomsPublics.ecole(nom).orElse(null),
                field(row, "code_commune"),
                commune == null ? null : NomsPublics.commune(commune).orElse(commune),
                field(row, "code_departement"),
                field(row, "code_postal"),
                siret,
                field(row, "code_circonscription"),
                circonscription == null
                        ? null
                        : NomsPublics.circonscription(circonscription).orElse(circonscription),
                field(row, "code_nature"),
                field(row, "rpi_disperse"),
                "1".equals(field(row, "rpi_concentre")),
                number(field(row, "latitude")),
                number(field(row, "longitude")),
                etat == null || !etat.toLowerCase(Locale.ROOT).startsWith("ferm"),
                day(field(row, "date_maj_ligne")));
    }

    private @Nullable String field(CsvRecord row, String name) {
        var at = colonnes.get(name);
        if (at == null || at >= row.getFieldCount()) {
            return null;
        }
        var value = row.getField(at).strip();
        return value.isEmpty() ? null : value;
    }

    private static @Nullable Double number(@Nullable String text) {
        try {
            return text == null ? null : Double.valueOf(text.replace(',', '.'));
        } catch (NumberFormatException _) {
            return null;
        }
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private void remark(String phrase) {
        if (remarques.size() < TOLD) {
            remarques.add(phrase);
        }
    }
}
