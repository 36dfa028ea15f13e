package fr.entecole.liaison.formulaires;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// A table as French spreadsheets open it: UTF-8 with its mark, semicolons, CR LF. A cell that a spreadsheet would take
/// for a formula begins with an apostrophe, which it shows as text (OWASP, CSV injection).
final class FichierCsv {

    private static final String MARK = "\uFEFF";
    private static final String FORMULA = "=+-@\t\r\n";

    private final StringBuilder lines = new StringBuilder(MARK);

    FichierCsv line(List<?> cells) {
        lines.append(cells.stream().map(FichierCsv::cell).collect(Collectors.joining(";")))
                .append("\r\n");
        return this;
    }

    /// A number is a number: « -3 » is no formula.
    private static String cell(Object value) {
        if (value instanceof Number) {
            return value.toString();
        }
        var words = value.toString();
        var start = words.stripLeading();
        boolean formula = (!words.isEmpty() && FORMULA.indexOf(words.charAt(0)) >= 0)
                || (!start.isEmpty() && FORMULA.indexOf(start.charAt(0)) >= 0);
        return '"' + (formula ? "'" : "") + words.replace("\"", "\"\"") + '"';
    }

    byte[] bytes() {
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
