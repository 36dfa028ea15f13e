package fr.entecole.conventions;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Dates;
import fr.entecole.socle.contrats.Travail;
import fr.entecole.socle.contrats.TravauxOfferts;
import fr.entecole.socle.langue.Langue;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Each night, after the schools have opened and closed.
@Component
class TravailDesRappels implements Travail, TravauxOfferts {

    private final RappelsDesConventions rappels;
    private final Clock clock;

    TravailDesRappels(RappelsDesConventions rappels, Clock clock) {
        this.rappels = rappels;
        this.clock = clock;
    }

    @Override
    public List<Travail> travaux() {
        return List.of(this);
    }

    @Override
    public String nom() {
        return "conventions.rappels";
    }

    @Override
    public String phrase() {
        return t("Avertir de la fin des conventions et relancer les communes");
    }

    @Override
    public Rythme rythme() {
        return new Rythme.Nuit(LocalTime.of(0, 40));
    }

    @Override
    public Map<String, Long> run() {
        return Langue.FRANCAIS.call(() -> rappels.run(Dates.day(clock.instant())));
    }

    @Override
    public String bilan(Map<String, Long> compte) {
        return t(
                "{0, plural, =0 {Aucune fin annoncée} one {Une fin annoncée} other {# fins annoncées}}, {1, plural, =0 {aucune relance} one {une relance} other {# relances}}.",
                compte.getOrDefault("averties", 0L),
                compte.getOrDefault("relancees", 0L));
    }
}
