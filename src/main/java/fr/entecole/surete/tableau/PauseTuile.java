package fr.entecole.surete.tableau;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import fr.entecole.surete.Palier;
import fr.entecole.surete.Pauses;
import fr.entecole.surete.Tenue;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// On the home of whose sending is stopped: that it is, and where to read why.
@Component
class PauseTuile implements Tuile {

    private final Pauses pauses;

    private final Clock clock;

    PauseTuile(Pauses pauses, Clock clock) {
        this.clock = clock;
        this.pauses = pauses;
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return true;
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        return pauses.lecture(utilisateur)
                .map(held -> held.<List<Partie>>map(tenue -> List.of(part(utilisateur, tenue)))
                        .orElse(List.of()));
    }

    private Partie part(Utilisateur utilisateur, Tenue tenue) {
        boolean eleve = utilisateur.is(Profil.ELEVE);
        boolean peu = tenue.palier(clock.instant()) == Palier.PEU;
        return new Partie(
                Place.ATTEND,
                0,
                "socle/attend",
                Map.of(
                        "icone", "pause",
                        "titre",
                                peu
                                        ? again(eleve)
                                        : eleve ? t("Tes envois sont en pause") : t("Vos envois sont en pause"),
                        "precision",
                                eleve
                                        ? t("Ce n’est pas ta faute. Tu peux tout lire.")
                                        : tenue.compte() == null ? tenue.motif() : t("Vous pouvez tout lire"),
                        "adresse", tenue.compte() == null ? "/surete/pause" : "/surete/arrets/" + tenue.id(),
                        "bouton", eleve ? t("Pourquoi\u00a0?") : t("Lire pourquoi")));
    }

    private static String again(boolean eleve) {
        return eleve ? t("Tes envois repartent peu à peu") : t("Vos envois repartent peu à peu");
    }
}
