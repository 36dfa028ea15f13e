package fr.entecole.demonstration;

import fr.entecole.socle.Decor;
import fr.entecole.socle.Decor.Monde;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// A room of the tests alone, which remembers the world that it was shown.
@Component
class DecorDEssai implements Decor {

    static final List<Monde> SEEN = new ArrayList<>();

    @Override
    public int ordre() {
        return 100;
    }

    @Override
    public void install(Monde monde) {
        SEEN.add(monde);
    }
}
