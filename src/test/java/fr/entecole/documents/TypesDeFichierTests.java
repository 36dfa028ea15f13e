package fr.entecole.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What browsers record: a voice in the box of a film.
class TypesDeFichierTests {

    @TempDir
    Path dossier;

    @Test
    void keepsAFilmForAFilm() throws IOException {
        assertThat(TypesDeFichier.detect(sample("film.webm"), "film.webm")).contains("video/webm");
        assertThat(TypesDeFichier.detect(sample("film.webm"), "voix.weba")).contains("video/webm");
    }

    @Test
    void hearsARecordedVoiceWhateverItsBox() throws IOException {
        assertThat(TypesDeFichier.detect(sample("voix.webm"), "Ma voix.webm")).contains("audio/webm");
        assertThat(TypesDeFichier.detect(sample("voix.mp4"), "Ma voix.mp4")).contains("audio/mp4");
        assertThat(TypesDeFichier.genre("audio/webm")).isEqualTo(Genre.SON);
        assertThat(TypesDeFichier.named("Ma voix.webm", "audio/webm")).isEqualTo("Ma voix.weba");
        assertThat(TypesDeFichier.mots("audio/webm")).isEqualTo("Son");
    }

    private Path sample(String nom) throws IOException {
        var fichier = dossier.resolve(nom);
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("/documents/" + nom))) {
            Files.write(fichier, in.readAllBytes());
        }
        return fichier;
    }
}
