package fr.entecole.annuaire.complements;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The way to the files of many schools from the region's home. A head's stands with what their home knows of the
/// school (`DirectionTuile`).
@Component
class ComplementsTuile implements Tuile {

    /// After what is done every day.
    private static final int ORDRE = 62;

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.ADMINISTRATEUR);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        return Lecture.known(List.of(new Partie(
                Place.OUTIL,
                ORDRE,
                "socle/outil",
                Map.of(
                        "icone",
                        "telecharger",
                        "mot",
                        t("Compléter l’annuaire par un fichier"),
                        "adresse",
                        "/annuaire/complements"))));
    }
}
