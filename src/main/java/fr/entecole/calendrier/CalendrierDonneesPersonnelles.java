package fr.entecole.calendrier;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.contrats.ActiviteDeclaree;
import fr.entecole.socle.contrats.ActiviteDeclaree.Activite;
import fr.entecole.socle.contrats.ActiviteDeclaree.Base;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Days and hours of schools: nobody stands in them.
@Component
class CalendrierDonneesPersonnelles implements DonneesPersonnelles {

    @Bean
    static ActiviteDeclaree activiteCalendrier() {
        return ActiviteDeclaree.of(
                "calendrier",
                () -> new Activite(
                        t("Calendrier scolaire"),
                        t("Tenir les jours de classe de chaque école."),
                        Base.MISSION,
                        t("Directions"),
                        t("L’école")));
    }

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
