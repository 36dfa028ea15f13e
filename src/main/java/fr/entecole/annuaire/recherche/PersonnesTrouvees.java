package fr.entecole.annuaire.recherche;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Dates;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import org.springframework.stereotype.Component;

/// People among all that somebody looks for: the first ones of the search by name, which goes on there. Not for
/// the administrator, who looks in the whole region and leaves a trace of it.
@Component
class PersonnesTrouvees implements fr.entecole.socle.contrats.Recherche {

    private final Recherche recherche;

    PersonnesTrouvees(Recherche recherche) {
        this.recherche = recherche;
    }

    @Override
    public String titre() {
        return t("Des personnes");
    }

    @Override
    public int ordre() {
        return 10;
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.PARENT) || Recherche.may(utilisateur);
    }

    /// Of the whole region nobody is shown here: who reaches it goes on to the search that leaves a trace (ADR 0018).
    /// Nor for assistance, whose search leaves none: it finds teams alone, of the schools that it follows.
    @Override
    public Lecture<List<Trouvaille>> find(String saisie, Utilisateur utilisateur) {
        if (utilisateur.is(Profil.ADMINISTRATEUR, Profil.DPO, Profil.ASSISTANCE)) {
            return Lecture.known(List.of());
        }
        return recherche
                .some(saisie, utilisateur, MONTREES + 1)
                .map(found -> found.stream()
                        .limit(MONTREES + 1)
                        .map(one -> new Trouvaille(one.nom(), ligne(one, found), one.adresse()))
                        .toList());
    }

    @Override
    public Suite suite() {
        return new Suite("/annuaire/personnes", "nom", t("Chercher parmi les personnes"));
    }

    private static String ligne(Trouve one, List<Trouve> found) {
        boolean homonyme =
                found.stream().filter(other -> other.nom().equals(one.nom())).count() > 1;
        return one.naissance() != null && homonyme ? one.detail() + " · " + Dates.words(one.naissance()) : one.detail();
    }
}
