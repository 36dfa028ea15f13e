package fr.entecole.liaison;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.annuaire.Public;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MotTests {

    static Mot mot(UUID id, UUID ecole, UUID auteur, List<Public> publics, Instant visibleLe, Instant versionLe) {
        return new Mot(
                id,
                ecole,
                auteur,
                "Claire Estève",
                new AnneeScolaire(2026),
                publics,
                "Titre",
                TexteRiche.of("Texte"),
                visibleLe,
                visibleLe,
                1,
                versionLe,
                null,
                Information.CODE,
                Demande.RIEN,
                1);
    }

    @Test
    void goesAwayATermAfterTheSchoolYear() {
        assertThat(new ReglagesLiaison(Period.ofMonths(12)).fin(new AnneeScolaire(2026)))
                .isEqualTo(LocalDate.of(2028, 8, 31));
    }

    @Test
    void saysInstantsBesideToday() {
        var saturday = LocalDate.of(2026, 11, 21);
        assertThat(Dates.moment(Instant.parse("2026-11-23T06:00:00Z"), saturday))
                .isEqualTo("lundi 23 novembre à 7\u00a0h");
        assertThat(Dates.moment(Instant.parse("2026-11-22T06:05:00Z"), saturday))
                .isEqualTo("demain à 7\u00a0h\u00a005");
        assertThat(Dates.moment(Instant.parse("2026-11-21T10:30:00Z"), saturday))
                .isEqualTo("aujourd’hui à 11\u00a0h\u00a030");
        assertThat(Dates.momentAlone(Instant.parse("2026-11-20T15:00:00Z"), saturday))
                .isEqualTo("Hier à 16\u00a0h");
    }
}
