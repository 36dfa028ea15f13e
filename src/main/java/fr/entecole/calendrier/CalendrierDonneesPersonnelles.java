package fr.entecole.calendrier;

import fr.entecole.socle.DonneesPersonnelles;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Days and hours of schools: nobody stands in them.
@Component
class CalendrierDonneesPersonnelles implements DonneesPersonnelles {

    @Override
    public String schema() {
        return "calendrier";
    }

    @Override
    public List<Traitement> describe() {
        return List.of();
    }

    @Override
    public int enonces() {
        return 0;
    }

    @Override
    public Map<String, Object> export(UUID personneId) {
        return Map.of();
    }

    @Override
    public void erase(UUID personneId) {}

    @Override
    public void purge() {}
}
