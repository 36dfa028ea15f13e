package fr.entecole.papier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.papier.FileDImpression.Tour;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/// An account that prints already, until it is closed.
public record FileDEssai(Tour tour) implements AutoCloseable {

    public static FileDEssai busy(ApplicationContext context, UUID compte) {
        var place = context.getBean(FileDImpression.class).take(compte);
        assertThat(place).isInstanceOf(Tour.class);
        return new FileDEssai((Tour) place);
    }

    @Override
    public void close() {
        tour.close();
    }
}
