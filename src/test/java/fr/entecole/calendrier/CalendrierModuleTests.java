package fr.entecole.calendrier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ModuleTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class CalendrierModuleTests {

    @Autowired
    Calendriers calendriers;

    @Autowired
    VacancesPubliees vacances;

    @Test
    void comesWithTheHolidaysThatArePublished() {
        assertThat(vacances.all()).extracting(v -> v.annee().rentree()).contains(2025, 2026);
    }

    @Test
    void knowsNoCalendarOfASchoolThatIsNone() {
        assertThat(calendriers.of(List.of(UUID.randomUUID()))).isEmpty();
    }
}
