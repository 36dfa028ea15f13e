package fr.entecole.papier;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoupesTests {

    /// What a line may hold, part by part.
    private static List<String> parts(String text) {
        var coupes = new Coupes();
        coupes.setText(text);
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int end = coupes.next(); end != BreakIterator.DONE; end = coupes.next()) {
            parts.add(text.substring(from, end));
            from = end;
        }
        assertThat(String.join("", parts)).isEqualTo(text);
        return parts;
    }

    @Test
    void cutsNoShortCompoundAtItsHyphen() {
        assertThat(parts("vendredi 27 novembre, après-midi"))
                .containsExactly("vendredi ", "27 ", "novembre, ", "après-midi");
        assertThat(parts("la demi-journée, puis")).containsExactly("la ", "demi-journée, ", "puis");
        assertThat(parts("Saint-Jean-de-Védas")).containsExactly("Saint-", "Jean-", "de-", "Védas");
    }

    @Test
    void cutsNoAddressThatSomebodyTypes() {
        assertThat(parts("allez sur ent-ecole.ac-montpellier.fr/activation."))
                .containsExactly("allez ", "sur ", "ent-ecole.ac-montpellier.fr/activation.");
        assertThat(parts("http://127.0.0.1:8124/activation")).hasSize(1);
        assertThat(parts("https://ent.ac-montpellier.fr/cahierdetextes/classes/travaux"))
                .as("longer than a column")
                .hasSizeGreaterThan(1);
    }

    @Test
    void cutsNothingAfterAnApostropheNorInsideAnAmount() {
        assertThat(parts("l’appel de l’école")).containsExactly("l’appel ", "de ", "l’école");
        assertThat(parts("12\u00a0480\u00a0€ par an")).containsExactly("12\u00a0480\u00a0€ ", "par ", "an");
    }

    @Test
    void endsWhereTheTextEnds() {
        assertThat(parts("après-midi")).containsExactly("après-midi");
        assertThat(parts("")).isEmpty();
    }
}
