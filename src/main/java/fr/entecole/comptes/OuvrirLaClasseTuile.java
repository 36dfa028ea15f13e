package fr.entecole.comptes;

import static fr.entecole.socle.Mots.t;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.annuaire.Petits;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// « Ouvrir la classe », for who teaches children who do not read. Whether one does is remembered for a minute: a home
/// read again costs nothing, and the page behind asks anew.
@Component
class OuvrirLaClasseTuile implements Tuile {

    private final Petits petits;
    private final Cache<UUID, Boolean> enseignent;

    OuvrirLaClasseTuile(Petits petits, Cache<UUID, Boolean> enseignent) {
        this.petits = petits;
        this.enseignent = enseignent;
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR);
    }

    @Override
    public List<Partie> parts(Utilisateur utilisateur) {
        return enseignent.get(
                        utilisateur.personneId(), id -> !petits.classes(id).isEmpty())
                ? List.of(new Partie(
                        Place.OUTIL,
                        10,
                        "socle/outil",
                        Map.of("icone", "tablette", "mot", t("Ouvrir la classe"), "adresse", "/classe/ouverture")))
                : List.of();
    }
}
