package fr.entecole.annuaire.tableaux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.entecole.annuaire.tableaux.Tableau.TableauRefuse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What people's programs write is read as they meant it.
class TableauTests {

    private static final String MOTS =
            "Nom élève;Prénom élève;Classe\r\nFRANÇOIS;Zoé-Anaïs;Forêt\r\nCŒUR-MACÉ;Noëlle;Là-bas\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "x-MacRoman", "UTF-16", "UTF-16BE"})
    void readsTheSameWordsInEachCharset(String charset) throws TableauRefuse {
        var mots = charset.equals("UTF-16BE") ? "\ufeff" + MOTS : MOTS;
        var tableau = Tableau.read(mots.getBytes(Charset.forName(charset)));
        assertThat(tableau.entetes()).containsExactly("Nom élève", "Prénom élève", "Classe");
        assertThat(tableau.lignes())
                .extracting(Tableau.Ligne::champs)
                .containsExactly(List.of("FRANÇOIS", "Zoé-Anaïs", "Forêt"), List.of("CŒUR-MACÉ", "Noëlle", "Là-bas"));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void findsTheSeparatorAndTakesRowsWiderOrNarrowerThanTheirHeadings(String separator) throws TableauRefuse {
        var mots = "\ufeffA|B|C\n1|2|3||\n\n\"x|y\"|2\n| | \n".replace("|", separator);
        var tableau = Tableau.read(mots.getBytes(StandardCharsets.UTF_8));
        assertThat(tableau.entetes()).containsExactly("A", "B", "C");
        assertThat(tableau.lignes())
                .containsExactly(
                        new Tableau.Ligne(2, List.of("1", "2", "3", "", "")),
                        new Tableau.Ligne(4, List.of("x" + separator + "y", "2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Nom;Prénom\n", "Nom;Prénom\n;\n"})
    void refusesWhatHoldsNoLineOrIsNoTable(String mots) {
        assertThatThrownBy(() -> Tableau.read(mots.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(TableauRefuse.class)
                .hasMessageContaining("Ce fichier");
    }

    @Test
    void takesAPageFeedAndTheEndOfAnOldSystemForText() throws TableauRefuse {
        assertThat(Tableau.read("A;B\n1;2\n\u001a".getBytes(StandardCharsets.UTF_8))
                        .lignes())
                .containsExactly(new Tableau.Ligne(2, List.of("1", "2")));
        assertThat(Tableau.read("A;B\n1;2\u000b3\n".getBytes(StandardCharsets.UTF_8))
                        .lignes())
                .as("a line break inside a field")
                .containsExactly(new Tableau.Ligne(2, List.of("1", "2\u000b3")));
        assertThatThrownBy(() -> Tableau.words("A;B\n1;\u00012\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(TableauRefuse.class);
    }

    @Test
    void refusesASpreadsheetThatWasNotSavedAsATable() {
        assertThatThrownBy(() -> Tableau.read(new byte[] {'P', 'K', 3, 4, 0, 0, 8, 0}))
                .isInstanceOf(TableauRefuse.class)
                .hasMessageContaining("tableur");
    }
}
