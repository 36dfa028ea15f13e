package fr.entecole.surete.arrets;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.contrats.Travail;
import fr.entecole.socle.contrats.TravauxOfferts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Goes on with the withdrawals that a node that died, or a page that had waited long enough, has left.
@Component
class TravailDesRetraits implements Travail, TravauxOfferts {

    private final Retraits retraits;

    TravailDesRetraits(Retraits retraits) {
        this.retraits = retraits;
    }

    @Override
    public List<Travail> travaux() {
        return List.of(this);
    }

    @Override
    public String nom() {
        return "surete.retraits";
    }

    @Override
    public String phrase() {
        return t("Finir de retirer ce que des comptes volés ont envoyé");
    }

    @Override
    public Rythme rythme() {
        return new Rythme.Toutes(Duration.ofSeconds(30));
    }

    @Override
    public Map<String, Long> run() {
        var waiting = retraits.unfinished();
        waiting.forEach(id -> retraits.run(id, _ -> true));
        return Map.of("comptes", (long) waiting.size());
    }

    @Override
    public String bilan(Map<String, Long> compte) {
        return t(
                "{0, plural, =0 {Rien à finir.} one {Un compte.} other {# comptes.}}",
                compte.getOrDefault("comptes", 0L));
    }
}
