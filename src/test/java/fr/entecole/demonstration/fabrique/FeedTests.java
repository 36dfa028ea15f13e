package fr.entecole.demonstration.fabrique;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Invented feeds hold what real ones do, and the same seed gives the same bytes.
class FeedTests {

    private static final Pattern FICHE = Pattern.compile("(?s)<addRequest>.*?</addRequest>");
    private static final Pattern ECOLE = Pattern.compile("\"ENTPersonStructRattach\"><value>(\\d+)<");
    private static final Pattern AUTORITE = Pattern.compile("<value>(\\d+)\\$(\\d+)</value>");

    @TempDir
    Path dossier;

    @Test
    void holdsTheFamiliesAndTheOdditiesOfRealFeedsTheSameEachTime() throws IOException {
        var un = feed("un", "7");
        var autre = feed("deux", "7");
        assertThat(text(autre)).isEqualTo(text(un));
        assertThat(text(feed("trois", "8"))).isNotEqualTo(text(un));
        var all = String.join("", text(un).values());
        assertThat(all)
                .contains("<value/>", "<value></value>", "$42</value>", "$51</value>", "<value>organisme</value>")
                .contains(
                        "AIDE SOCIALE A L&apos;ENFANCE", "001ZV", "ENTEcoleRPI\"><value>0", "0000000000 -", "- ", " - ")
                .contains("--", "\"ENTEnsFonctionDir\"><value></value>");
        assertThat(orders(un)).as("of the attributes of pupils").hasSizeGreaterThanOrEqualTo(3);
        Map<String, List<String>> ecoles = new HashMap<>();
        for (var fiche : pupils(un)) {
            var ecole = ECOLE.matcher(fiche);
            assertThat(ecole.find()).isTrue();
            var liens = AUTORITE.matcher(fiche);
            while (liens.find()) {
                ecoles.computeIfAbsent(liens.group(1), _ -> new ArrayList<>()).add(ecole.group(1));
            }
        }
        assertThat(ecoles.values())
                .as("guardians of children in two schools")
                .anyMatch(places -> places.stream().distinct().count() > 1);
    }

    private Path feed(String nom, String seed) throws IOException {
        var cible = dossier.resolve(nom);
        var said = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        try {
            var clock = Clock.fixed(Instant.parse("2026-11-30T08:00:00Z"), ZoneOffset.UTC);
            assertThat(new FeedCommande(clock)
                            .run(List.of("--academie", "11", "--schools", "60", "--seed", seed, cible.toString())))
                    .isZero();
        } finally {
            System.setOut(said);
        }
        return cible;
    }

    private static Map<String, String> text(Path feed) throws IOException {
        Map<String, String> text = new HashMap<>();
        try (var files = Files.list(feed)) {
            for (var file : files.toList()) {
                text.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return text;
    }

    private static List<String> pupils(Path feed) throws IOException {
        List<String> pupils = new ArrayList<>();
        text(feed).forEach((nom, mots) -> {
            if (nom.contains("_Eleve_")) {
                FICHE.matcher(mots).results().forEach(found -> pupils.add(found.group()));
            }
        });
        return pupils;
    }

    private static List<String> orders(Path feed) throws IOException {
        return pupils(feed).stream()
                .map(fiche -> fiche.replaceAll("(?s)<value>.*?</value>|<value/>|<id>.*?</id>", ""))
                .distinct()
                .toList();
    }
}
