package fr.entecole.annuaire.complements;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The way to the files of a school from its head's home, and of many schools from the region's.
@Component
class ComplementsTuile implements Tuile {

    /// After what is done every day.
    private static final int ORDRE = 62;

    private final Appellations noms;

    ComplementsTuile(Appellations noms) {
        this.noms = noms;
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.DIRECTEUR) || utilisateur.is(Profil.ADMINISTRATEUR);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        if (utilisateur.is(Profil.ADMINISTRATEUR)) {
            return Lecture.known(
                    List.of(part(t("Compléter l’annuaire par un fichier"), "/annuaire/complements", ORDRE)));
        }
        var ecoles = Perimetre.of(utilisateur).ecolesDirected();
        return noms.ecolesIfSeveral(ecoles).map(names -> parts(ecoles, names));
    }

    private static List<Partie> parts(Collection<UUID> ecoles, Map<UUID, String> names) {
        return ecoles.stream()
                .sorted()
                .map(ecole -> part(
                        names.containsKey(ecole)
                                ? t("Compléter l’annuaire : {0}", names.get(ecole))
                                : t("Compléter l’annuaire"),
                        "/annuaire/ecoles/" + ecole + "/complements",
                        ORDRE))
                .toList();
    }

    private static Partie part(String mot, String adresse, int ordre) {
        return new Partie(
                Place.OUTIL, ordre, "socle/outil", Map.of("icone", "telecharger", "mot", mot, "adresse", adresse));
    }
}
