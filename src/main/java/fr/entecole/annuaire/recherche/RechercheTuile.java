package fr.entecole.annuaire.recherche;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Lecture;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The way to the search by name, for those who look for people every day.
@Component
class RechercheTuile implements Tuile {

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return Recherche.may(utilisateur);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        return Lecture.known(List.of(new Partie(
                Place.OUTIL,
                20,
                "socle/outil",
                Map.of("icone", "recherche", "mot", t("Chercher une personne"), "adresse", "/annuaire/personnes"))));
    }
}
