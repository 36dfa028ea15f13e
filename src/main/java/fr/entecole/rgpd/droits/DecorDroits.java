package fr.entecole.rgpd.droits;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.Utilisateurs;
import fr.entecole.rgpd.Droit;
import fr.entecole.rgpd.GenreDeReserve;
import fr.entecole.rgpd.Issue;
import fr.entecole.socle.Decor;
import fr.entecole.socle.Utilisateur;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What the officer finds in the morning: a father who asks not to be found by his name, a letter whose month is nearly
/// over, and what was answered: a mother's data are put aside while a line is verified.
@Component
class DecorDroits implements Decor {

    private static final int ORDRE = 180;

    private final DroitsExerces droits;
    private final ReservesTenues reserves;
    private final Utilisateurs utilisateurs;

    DecorDroits(DroitsExerces droits, ReservesTenues reserves, Utilisateurs utilisateurs) {
        this.droits = droits;
        this.reserves = reserves;
        this.utilisateurs = utilisateurs;
    }

    @Override
    public int ordre() {
        return ORDRE;
    }

    @Override
    public void install(Monde monde) {
        var officer = who(monde, "Agnès Lebrun");
        droits.ask(
                who(monde, "Marc Ferrier"),
                Droit.OPPOSITION,
                t("Quelqu’un qui m’a menacé travaille pour l’académie. Je demande à ne plus être trouvé par mon nom."));
        droits.enter(
                officer,
                t("Un ancien parent de Lespignan"),
                Droit.ACCES,
                t("Il demande une copie de ce qui reste de lui et de sa fille, partie au collège."),
                monde.jour().minusDays(26));
        var julie = who(monde, "Julie Ferrier");
        droits.ask(
                julie,
                Droit.LIMITATION,
                t("L’adresse n’est pas la nôtre. En attendant que ce soit vérifié, ne m’écrivez plus."));
        var asked = one(julie);
        droits.take(asked, officer);
        reserves.set(GenreDeReserve.LIMITATION, julie.personnes(), officer);
        droits.answer(
                asked,
                Issue.FAIT,
                t("Vos données sont mises de côté pendant que l’école vérifie l’adresse avec ONDE."),
                t("Réglage de ce jour, courriel à l’école."),
                officer);
        utilisateurs.forgetAll(); // those of a world that does not stand yet
    }

    private UUID one(Utilisateur who) {
        return droits.askedBy(who.personnes()).getFirst().id();
    }

    private Utilisateur who(Monde monde, String nom) {
        return utilisateurs.of(monde.compte(nom), null).orElseThrow();
    }
}
