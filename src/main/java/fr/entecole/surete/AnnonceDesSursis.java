package fr.entecole.surete;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.notifications.Nouvelle;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What bells say of something that is held: to who decides, then to who wrote it.
@Component
public class AnnonceDesSursis {

    private final Nouvelles nouvelles;

    AnnonceDesSursis(Nouvelles nouvelles) {
        this.nouvelles = nouvelles;
    }

    /// To the head of the school, unless they wrote it: the region then finds it on its home.
    void held(UUID sursis, UUID ecole, Utilisateur auteur) {
        if (!Perimetre.of(auteur).directs(ecole)) {
            nouvelles.deposit(
                    null,
                    new Nouvelle(
                            SorteSurete.ENVOI_RETENU,
                            sursis,
                            Public.ofEcole(ecole, Qui.DIRECTIONS),
                            path(sursis),
                            t("Un envoi à beaucoup de personnes attend votre accord")));
        }
    }

    /// Its author has taken it back: nobody has anything to decide any more.
    public void cancelled(UUID sursis) {
        nouvelles.cancel(SorteSurete.ENVOI_RETENU, sursis);
    }

    public void decided(UUID sursis, UUID auteur, Qui qui, boolean parti) {
        nouvelles.cancel(SorteSurete.ENVOI_RETENU, sursis);
        nouvelles.deposit(
                null,
                new Nouvelle(
                        SorteSurete.ENVOI_DECIDE,
                        sursis,
                        Public.ofPersonnes(Cle.PARTOUT, List.of(auteur), qui),
                        path(sursis),
                        parti ? t("Votre envoi est parti") : t("Votre envoi n’est pas parti")));
    }

    private static String path(UUID sursis) {
        return "/surete/envois/" + sursis;
    }
}
