package fr.entecole.annuaire.aaf.application;

import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.modulith.NamedInterface;

/// Who is told how far an import is.
@NamedInterface("aaf")
public interface Suivi {

    void begun(UUID lot);

    /// @param etape what goes on, in French
    void step(String etape);

    /// @param rang of the file that is being read
    /// @param sur how many there are
    void read(String etape, int rang, int sur);

    /// Who only wants the words.
    static Suivi of(Consumer<String> words) {
        return new Suivi() {
            @Override
            public void begun(UUID lot) {}

            @Override
            public void step(String etape) {
                words.accept(etape);
            }

            @Override
            public void read(String etape, int rang, int sur) {
                words.accept(etape);
            }
        };
    }
}
