package fr.entecole.socle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class AccessibiliteTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @Test
    void isNotConformUntilAnAuditSaysOtherwise() {
        assertThat(Accessibilite.courante().etat(TODAY)).isEqualTo("non conforme");
        assertThat(audit("2026-10-01", "49").etat(TODAY)).isEqualTo("non conforme");
    }

    @Test
    void takesItsWordFromTheAudit() {
        assertThat(audit("2026-10-01", "50").etat(TODAY)).isEqualTo("partiellement conforme");
        assertThat(audit("2026-10-01", "100").etat(TODAY)).isEqualTo("totalement conforme");
    }

    @Test
    void forgetsAnAuditOfThreeYears() {
        assertThat(audit("2023-11-25", "100").etat(TODAY)).isEqualTo("non conforme");
        assertThat(audit("2023-11-26", "100").etat(TODAY)).isEqualTo("totalement conforme");
    }

    @Test
    void refusesAnAuditWithoutDate() {
        assertThatThrownBy(() -> Accessibilite.of(new Properties())).hasMessageContaining("audit.properties");
    }

    private static Accessibilite audit(String date, String taux) {
        var audit = new Properties();
        audit.setProperty("date", date);
        audit.setProperty("auditeur", "Cabinet inventé");
        audit.setProperty("taux", taux);
        return Accessibilite.of(audit);
    }
}
