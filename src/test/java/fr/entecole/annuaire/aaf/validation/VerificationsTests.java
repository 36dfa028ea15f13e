package fr.entecole.annuaire.aaf.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;

/// The codes of reference §12, with its vectors, and the laws of splitting.
class VerificationsTests {

    private static final String CLES = "ABCDEFGHJKLMNPRSTUVWXYZ";

    @Example
    void knowsTheReferenceVectors() {
        assertThat(List.of(
                        "0110357D",
                        "0110358E",
                        "0110359F",
                        "0110970V",
                        "0311696A",
                        "0311710R",
                        "0312962B",
                        "0341401N",
                        "0341406U"))
                .allMatch(Verifications::uai);
        assertThat(List.of("0110357E", "0110357I", "110357D", "0110357d", "004001ZV", "01301RES", "", "00000001"))
                .noneMatch(Verifications::uai);
        assertThat(List.of(
                        "21110203300019",
                        "21310118100013",
                        "21340135900012",
                        "73282932000074",
                        "35600000000048",
                        "35600000049837"))
                .allMatch(Verifications::siret);
        assertThat(List.of("12345678912345", "35600000049838", "3624679471379", "21110203300018", ""))
                .noneMatch(Verifications::siret);
        assertThat(List.of("123456789AB", "1111111111A", "1234A56789B")).allMatch(Verifications::ine);
        assertThat(List.of("123456789ab", "12345678AB", "123456789ABC", "")).noneMatch(Verifications::ine);
        assertThat(List.of("+33 3 52 00 00 00", "+33639981235", "04.65.71.12.34"))
                .allMatch(Verifications::telephone);
        assertThat(List.of("0000000000 -", "12", "tél", "+33 6 39 98 12 34 poste 3"))
                .noneMatch(Verifications::telephone);
        assertThat(List.of("a.b@ac-toulouse.fr", "Anne.Esteve@EXEMPLE.org")).allMatch(Verifications::mail);
        assertThat(List.of("pas d'adresse", "a@b", "a@@b.fr", "é@b.fr", "@b.fr"))
                .noneMatch(Verifications::mail);
    }

    @Property
    void everyUaiHasOneKey(@ForAll @IntRange(max = 9_999_999) int numero) {
        var chiffres = "%07d".formatted(numero);
        assertThat(CLES.chars()
                        .filter(c -> Verifications.uai(chiffres + (char) c))
                        .count())
                .isOne();
        assertThat(Verifications.uai(chiffres + CLES.charAt(numero % 23))).isTrue();
    }

    @Property
    void aSiretCatchesOneWrongDigit(
            @ForAll @NumericChars @StringLength(13) String debut,
            @ForAll @IntRange(max = 13) int rang,
            @ForAll @IntRange(min = 1, max = 9) int ecart) {
        if (debut.startsWith("356000000")) {
            return;
        }
        var juste = java.util.stream.IntStream.range(0, 10)
                .mapToObj(n -> debut + n)
                .filter(Verifications::siret)
                .collect(Collectors.toList());
        assertThat(juste).hasSize(1);
        var faux = new StringBuilder(juste.getFirst());
        faux.setCharAt(rang, (char) ('0' + (faux.charAt(rang) - '0' + ecart) % 10));
        if (!faux.toString().startsWith("356000000")) {
            assertThat(Verifications.siret(faux.toString())).isFalse();
        }
    }

    @Property
    void joinedPartsComeApart(@ForAll @Size(5) List<@AlphaChars @StringLength(max = 12) String> parts) {
        assertThat(Decoupage.split(String.join("$", parts), 5)).contains(parts);
        assertThat(Decoupage.split(String.join("$", parts) + "$et $", 5)
                        .orElseThrow()
                        .getLast())
                .isEqualTo((parts.getLast() + "$et $").strip());
        assertThat(Decoupage.split(String.join("$", parts.subList(0, 4)), 5)).isEmpty();
    }

    @Property
    void linesKeepNothingBlank(@ForAll String valeur) {
        assertThat(Decoupage.lines(valeur)).allMatch(l -> !l.isBlank() && !l.contains("$") && l.equals(l.strip()));
    }

    @Property
    void daysGoThereAndBack(@ForAll @IntRange(max = 70_000) int jours) {
        var jour = LocalDate.of(1900, 1, 1).plusDays(jours);
        assertThat(Decoupage.date(jour.format(DateTimeFormatter.ofPattern("dd/MM/yyyy"))))
                .contains(jour);
    }

    @Property
    void noTextBreaksADate(@ForAll String valeur) {
        Decoupage.date(valeur);
        assertThat(Decoupage.date("31/02/2014")).isEmpty();
        assertThat(Decoupage.date("29/02/2015")).isEmpty();
        assertThat(Decoupage.date("01/01/1111")).isEmpty();
        assertThat(Decoupage.date("2014-02-17")).isEmpty();
    }

    @Property
    void arraysKeepTheirValues(
            @ForAll @UniqueElements @Size(max = 4) List<@StringLength(min = 1, max = 8) String> valeurs) {
        var litteral = Champ.array(valeurs);
        assertThat(litteral).startsWith("{").endsWith("}");
        assertThat(litteral.chars().filter(c -> c == '"').count()).isGreaterThanOrEqualTo(2L * valeurs.size());
    }
}
