package fr.entecole.socle;

import static fr.entecole.socle.Phrases.t;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.socle.langue.Langue;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PhrasesTests {

    private static final String ECOLES = "{0, plural, one {# école} other {# écoles}}";

    private final Langue occitan = Langue.of("oc").orElseThrow();

    @Test
    void dropsTheEBeforeAVowel() {
        assertThat(Phrases.de("Zoé")).isEqualTo("de Zoé");
        assertThat(Phrases.de("Inès, CM1")).isEqualTo("d’Inès, CM1");
        assertThat(Phrases.de("Élodie")).isEqualTo("d’Élodie");
        assertThat(Phrases.de("")).isEqualTo("de ");
    }

    @Test
    void speaksFrenchToWhoeverHasNotSaidOtherwise() {
        assertThat(t("Aide")).isEqualTo("Aide");
        assertThat(t(ECOLES, 2)).isEqualTo("2 écoles");
    }

    @Test
    void looksASentenceUpInTheLanguageOfItsReaderEachTime() {
        assertThat(occitan.call(() -> List.of(t("Aide"), t(ECOLES, 0), t(ECOLES, 1), t(ECOLES, 1200))))
                .containsExactly("Ajuda", "0 escòla", "1 escòla", "1\u202f200 escòlas");
        assertThat(t("Aide")).isEqualTo("Aide");
    }

    @Test
    void saysInFrenchWhatALanguageLacks() {
        assertThat(occitan.call(
                        () -> List.of(t("Une phrase d’essai"), t("{0, plural, one {# essai} other {# essais}}", 3))))
                .containsExactly("Une phrase d’essai", "3 essais");
    }

    @Test
    void fillsInASentenceThatWasLookedUpAlready() {
        assertThat(occitan.call(() -> Mention.compte(t(ECOLES), 2))).isEqualTo(new Mention("", "2 escòlas", "2"));
    }

    @Test
    void saysTheFirstOfAMonthAsAnOrdinalAndNoOtherDay() {
        var premier = LocalDate.of(2026, 12, 1);
        assertThat(List.of(
                        Dates.sansAnnee(premier),
                        Dates.court(premier),
                        Dates.quantieme(premier),
                        Dates.deLaSemaine(premier)))
                .containsExactly("1er décembre", "1er déc.", "1er", "Mardi 1er");
        assertThat(List.of(Dates.sansAnnee(premier.plusDays(10)), Dates.deLaSemaine(premier.plusDays(20))))
                .containsExactly("11 décembre", "Lundi 21");
    }

    @Test
    void writesDatesInTheLanguageOfTheirReader() {
        var premier = LocalDate.of(2026, 12, 1);
        assertThat(List.of(Phrases.jour(premier), Dates.words(premier)))
                .containsExactly("Mardi 1er décembre", "1er décembre 2026");
        assertThat(occitan.call(() -> List.of(Phrases.jour(premier), Dates.words(premier.plusDays(1)))))
                .containsExactly("Dimars 1èr de decembre", "2 de decembre 2026");
        assertThat(occitan.call(() -> List.of(Dates.jour(premier), Dates.jour(premier.getDayOfWeek()))))
                .containsExactly("dimars 1èr de decembre", "dimars");
        assertThat(Dates.jour(premier)).isEqualTo("mardi 1er décembre");
        assertThat(Stream.of("es", "en", "ar", "uk")
                        .map(code -> Langue.of(code).orElseThrow().call(() -> Dates.jour(premier)))
                        .toList())
                .containsExactly(
                        "martes, 1 de diciembre", "Tuesday, 1 December", "الثلاثاء، 1 ديسمبر", "вівторок, 1 грудня");
    }

    @Test
    void givesALanguageToOneThreadAlone() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var other = occitan.call(() -> threads.submit(() -> t("Aide"))).get();
            assertThat(other).isEqualTo("Aide");
            assertThat(threads.submit(() -> occitan.call(() -> t("Aide"))).get())
                    .isEqualTo("Ajuda");
        }
    }
}
