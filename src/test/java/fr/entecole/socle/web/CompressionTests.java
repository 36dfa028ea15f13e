package fr.entecole.socle.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompressionTests {

    private final Compression compression = new Compression();

    @Test
    void givesTheSamePageBackHoweverOftenADeflaterServes() throws IOException {
        for (var words : new String[] {"Élève ".repeat(5_000), "", "a", "Zoé, Inès ".repeat(300)}) {
            var page = new Utf8ByteOutput();
            page.writeContent(words);
            var bytes = compression.gzip(page);
            try (var read = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                assertThat(new String(read.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo(words);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip | 2000 | true",
                "br;q=1.0, GZIP;q=0.5 | 2000 | true",
                "gzip, deflate, br, zstd | 2000 | true",
                "gzip | 1000 | false",
                "gzip;q=0 | 2000 | false",
                "gzip; q=0.00 | 2000 | false",
                "gzipped | 2000 | false",
                "br | 2000 | false",
                " | 2000 | false"
            })
    void compressesForWhoReadsItAndWhereItIsWorthIt(String accepted, int length, boolean suits) {
        assertThat(Compression.suits(accepted, length)).isEqualTo(suits);
    }
}
