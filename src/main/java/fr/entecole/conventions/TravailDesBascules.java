package fr.entecole.conventions;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Dates;
import fr.entecole.socle.contrats.Travail;
import fr.entecole.socle.contrats.TravauxOfferts;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Each night, after midnight: a convention ends with the last minute of its last day.
@Component
class TravailDesBascules implements Travail, TravauxOfferts {

    private final Bascules bascules;
    private final Clock clock;

    TravailDesBascules(Bascules bascules, Clock clock) {
        this.bascules = bascules;
        this.clock = clock;
    }

    @Override
    public List<Travail> travaux() {
        return List.of(this);
    }

    @Override
    public String nom() {
        return "conventions.ouvertures";
    }

    @Override
    public String phrase() {
        return t("Ouvrir et fermer les écoles selon les conventions");
    }

    @Override
    public Rythme rythme() {
        return new Rythme.Nuit(LocalTime.of(0, 20));
    }

    @Override
    public Map<String, Long> run() {
        return bascules.run(Dates.day(clock.instant()));
    }

    @Override
    public String bilan(Map<String, Long> compte) {
        return t(
                "{0, plural, =0 {Aucune école ouverte} one {Une école ouverte} other {# écoles ouvertes}}, {1, plural, =0 {aucune fermée} one {une fermée} other {# fermées}}.",
                compte.getOrDefault("ouvertes", 0L),
                compte.getOrDefault("fermees", 0L));
    }
}
