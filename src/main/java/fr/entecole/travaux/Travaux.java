package fr.entecole.travaux;

import fr.entecole.socle.contrats.Travail;
import fr.entecole.socle.contrats.TravauxOfferts;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The works of all modules, by name.
@Component
class Travaux {

    private final Map<String, Travail> parNom;

    Travaux(List<TravauxOfferts> offerts) {
        Map<String, Travail> all = new LinkedHashMap<>();
        offerts.stream().flatMap(modules -> modules.travaux().stream()).forEach(travail -> {
            if (all.put(travail.nom(), travail) != null) {
                throw new IllegalStateException("two works are called " + travail.nom());
            }
        });
        parNom = Collections.unmodifiableMap(all);
    }

    Collection<Travail> all() {
        return parNom.values();
    }

    Optional<Travail> find(String nom) {
        return Optional.ofNullable(parNom.get(nom));
    }
}
