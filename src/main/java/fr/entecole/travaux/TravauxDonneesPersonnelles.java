package fr.entecole.travaux;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.contrats.ActiviteDeclaree;
import fr.entecole.socle.contrats.ActiviteDeclaree.Activite;
import fr.entecole.socle.contrats.ActiviteDeclaree.Base;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Nobody stands in these tables: who asked for a run is in the journal.
@Component
class TravauxDonneesPersonnelles implements DonneesPersonnelles {

    @Bean
    static ActiviteDeclaree activiteTravaux() {
        return ActiviteDeclaree.of(
                "travaux",
                () -> new Activite(
                        t("Travaux de nuit"),
                        t("Tenir l’ENT en état et savoir qui a lancé un travail."),
                        Base.MISSION,
                        t("Administration régionale"),
                        t("L’administration régionale")));
    }

    private final Executions executions;
    private final ReglagesTravaux reglages;
    private final Clock clock;

    TravauxDonneesPersonnelles(Executions executions, ReglagesTravaux reglages, Clock clock) {
        this.executions = executions;
        this.reglages = reglages;
        this.clock = clock;
    }

    @Override
    public String schema() {
        return "travaux";
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
    public void purge() {
        executions.purge(OffsetDateTime.now(clock).minus(reglages.conservation()));
    }
}
