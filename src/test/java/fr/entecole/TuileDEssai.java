package fr.entecole;

import fr.entecole.socle.Lecture;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/// The tile of a room that is not built yet. Every test application has ten of them, silent until a test lets them
/// speak on its own thread.
public final class TuileDEssai implements Tuile {

    private static final int NOMBRE = 10;
    private static final ThreadLocal<@Nullable IntFunction<Lecture<List<Partie>>>> SAID = new ThreadLocal<>();

    private final int numero;

    private TuileDEssai(int numero) {
        this.numero = numero;
    }

    /// @param said what the tile of each number, from 1 on, gives
    public static void speaking(IntFunction<Lecture<List<Partie>>> said, Runnable work) {
        SAID.set(said);
        try {
            work.run();
        } finally {
            SAID.remove();
        }
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return SAID.get() != null;
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        var said = SAID.get();
        return said == null ? Lecture.known(List.of()) : said.apply(numero);
    }

    static final class Dix implements BeanRegistrar {

        @Override
        public void register(BeanRegistry registry, Environment environment) {
            for (int n = 1; n <= NOMBRE; n++) {
                int numero = n;
                registry.registerBean(
                        "tuileDEssai" + n, TuileDEssai.class, spec -> spec.supplier(_ -> new TuileDEssai(numero)));
            }
        }
    }
}
