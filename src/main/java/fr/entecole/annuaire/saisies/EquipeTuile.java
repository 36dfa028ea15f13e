package fr.entecole.annuaire.saisies;

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

/// The way from a head's home to the team of each school that they direct.
@Component
class EquipeTuile implements Tuile {

    private final Appellations noms;

    EquipeTuile(Appellations noms) {
        this.noms = noms;
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.DIRECTEUR);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        var ecoles = Perimetre.of(utilisateur).ecolesDirected();
        return noms.ecolesIfSeveral(ecoles).map(names -> parts(ecoles, names));
    }

    private static List<Partie> parts(Collection<UUID> ecoles, Map<UUID, String> names) {
        return ecoles.stream()
                .sorted()
                .map(ecole -> new Partie(
                        Place.OUTIL,
                        15,
                        "socle/outil",
                        Map.of(
                                "icone",
                                "groupe",
                                "mot",
                                names.containsKey(ecole) ? t("Mon équipe : {0}", names.get(ecole)) : t("Mon équipe"),
                                "adresse",
                                "/annuaire/ecoles/" + ecole + "/equipe")))
                .toList();
    }
}
