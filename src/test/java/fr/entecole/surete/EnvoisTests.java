package fr.entecole.surete;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.socle.contrats.Contenu;
import fr.entecole.socle.contrats.Envois;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What can be reported was sent by somebody: an account that is stopped stops it, or its room says why not.
@EntTest
class EnvoisTests {

    /// Kinds that can be reported and are not taken back with an account, each with why.
    private static final Map<String, String> NOT_SENT =
            Map.of("remise", "what one pupil hands to their teacher: the teacher takes it away");

    @Autowired
    List<Envois> envois;

    @Autowired
    List<Contenu> contenus;

    @Test
    void takesBackEveryKindThatCanBeReportedOrSaysWhyNot() {
        var sent = envois.stream().map(Envois::genre).collect(Collectors.toSet());
        assertThat(contenus.stream().map(Contenu::genre).filter(genre -> !NOT_SENT.containsKey(genre)))
                .allMatch(sent::contains, "has an Envois: write one, or say here why nothing of it is sent");
    }

    @Test
    void namesEachKindOnceAndTheRoomInWhichItStands() {
        assertThat(envois).extracting(Envois::genre).doesNotHaveDuplicates();
        assertThat(envois).allSatisfy(room -> {
            assertThat(room.getClass().getPackageName()).startsWith("fr.entecole." + room.module());
            assertThat(room.phrase(2)).isNotEqualTo(room.phrase(1));
        });
    }
}
