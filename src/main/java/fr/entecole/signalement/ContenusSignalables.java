package fr.entecole.signalement;

import fr.entecole.socle.contrats.Contenu;
import fr.entecole.socle.web.Introuvable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What can be reported in the house, by its word.
@Component
class ContenusSignalables {

    private final Map<String, Contenu> contenus;

    ContenusSignalables(List<Contenu> contenus) {
        this.contenus = contenus.stream().collect(Collectors.toMap(Contenu::genre, Function.identity()));
    }

    Contenu of(String genre) {
        var contenu = contenus.get(genre);
        if (contenu == null) {
            throw new Introuvable();
        }
        return contenu;
    }
}
