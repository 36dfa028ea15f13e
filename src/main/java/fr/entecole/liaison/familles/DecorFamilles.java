package fr.entecole.liaison.familles;

import fr.entecole.annuaire.Reperes;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.liaison.familles.Parole.Propos;
import fr.entecole.liaison.familles.Paroles.Enfant;
import fr.entecole.socle.Decor;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What families of the CM1 say: a grandmother at the gate today, a question that waits.
@Component
class DecorFamilles implements Decor {

    private static final int ORDRE = 110;

    private final Paroles paroles;
    private final LectureDesParoles lecture;
    private final Calendriers calendriers;
    private final Reperes reperes;
    private final Utilisateurs utilisateurs;
    private final Clock clock;

    DecorFamilles(
            Paroles paroles,
            LectureDesParoles lecture,
            Calendriers calendriers,
            Reperes reperes,
            Utilisateurs utilisateurs,
            Clock clock) {
        this.paroles = paroles;
        this.lecture = lecture;
        this.calendriers = calendriers;
        this.reperes = reperes;
        this.utilisateurs = utilisateurs;
        this.clock = clock;
    }

    @Override
    public int ordre() {
        return ORDRE;
    }

    @Override
    public void install(Monde monde) {
        var curie = reperes.ecole("0110358E");
        var calendrier = calendriers.of(curie);
        var jour = monde.jour();
        say(
                monde,
                curie,
                calendrier,
                "Marion Calvet",
                new Propos(
                        NatureDeParole.DEPART,
                        Propos.from(jour),
                        Propos.until(jour),
                        null,
                        "Nicole Calvet",
                        "sa grand-mère",
                        "",
                        "Elle aura sa carte d’identité."));
        say(
                monde,
                curie,
                calendrier,
                "Lise Bastide",
                new Propos(
                        NatureDeParole.QUESTION,
                        null,
                        null,
                        null,
                        "",
                        "",
                        "",
                        "Faut-il des chaussures de rechange pour le cross\u00a0?"));
        utilisateurs.forgetAll(); // those of a world that does not stand yet
    }

    /// Of the child whom this guardian has in the school.
    private void say(Monde monde, UUID ecole, Calendrier calendrier, String responsable, Propos propos) {
        utilisateurs
                .of(monde.compte(responsable), null)
                .ifPresent(auteur -> lecture.enfants(auteur).stream()
                        .filter(enfant -> enfant.ecole().equals(ecole))
                        .findFirst()
                        .ifPresent(enfant -> paroles.say(
                                auteur,
                                new Enfant(enfant.id(), ecole, enfant.prenom()),
                                propos,
                                calendrier,
                                clock.instant())));
    }
}
