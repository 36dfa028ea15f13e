package fr.entecole.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ModuleTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class DemonstrationModuleTests {

    @Autowired
    FeedMondeCommande feed;

    @Test
    void writesTheFeedsOfTheNamedWorldForBothAcademies(@TempDir Path folder) throws IOException {
        assertThat(feed.run(List.of(folder.toString()))).isZero();
        try (var written = Files.list(folder)) {
            assertThat(written.map(f -> f.getFileName().toString()))
                    .hasSize(4)
                    .allMatch(name -> name.contains("_Complet_") || name.contains("_Delta_"));
        }
        assertThat(feed.run(List.of())).isEqualTo(2);
    }
}
