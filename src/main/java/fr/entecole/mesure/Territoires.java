package fr.entecole.mesure;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Publics;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Whose figures somebody reads: the region all of it, an inspector and their ERUN the circonscription and its schools,
/// a head the schools that they direct, a commune its schools where the region says so.
@Component
class Territoires {

    private final Publics publics;
    private final Appellations appellations;
    private final ReglagesMesure reglages;

    Territoires(Publics publics, Appellations appellations, ReglagesMesure reglages) {
        this.publics = publics;
        this.appellations = appellations;
        this.reglages = reglages;
    }

    /// Without any statement.
    boolean concern(Utilisateur utilisateur) {
        return switch (utilisateur.profil()) {
            case ADMINISTRATEUR -> true;
            case IEN, ERUN -> utilisateur.circonscription() != null;
            case DIRECTEUR -> !Perimetre.of(utilisateur).ecolesDirected().isEmpty();
            case REFERENT_VILLE -> reglages.communes() && utilisateur.commune() != null;
            default -> false;
        };
    }

    /// Whether the region alone keeps them from this person. Without any statement.
    boolean refused(Utilisateur utilisateur) {
        return utilisateur.is(Profil.REFERENT_VILLE) && !reglages.communes();
    }

    /// The widest first. Two statements.
    List<Territoire> of(Utilisateur utilisateur) {
        if (utilisateur.is(Profil.ADMINISTRATEUR)) {
            return List.of(new Territoire("", t("Toute la région"), List.of(), true));
        }
        Collection<UUID> ecoles = ecoles(utilisateur);
        var noms = appellations.ecoles(ecoles);
        List<Territoire> found = new ArrayList<>();
        if (noms.size() > 1) {
            found.add(new Territoire(
                    "",
                    utilisateur.is(Profil.IEN, Profil.ERUN) ? t("Toute la circonscription") : t("Toutes les écoles"),
                    List.copyOf(noms.keySet()),
                    false));
        }
        noms.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(e -> new Territoire(e.getKey().toString(), e.getValue(), List.of(e.getKey()), false))
                .forEach(found::add);
        return found;
    }

    private Collection<UUID> ecoles(Utilisateur utilisateur) {
        var circonscription = utilisateur.circonscription();
        var commune = utilisateur.commune();
        return switch (utilisateur.profil()) {
            case DIRECTEUR -> Perimetre.of(utilisateur).ecolesDirected();
            case IEN, ERUN ->
                circonscription == null
                        ? List.of()
                        : publics.ecoles(Public.ofCirconscription(circonscription, Qui.DIRECTIONS));
            case REFERENT_VILLE ->
                commune == null ? List.of() : publics.ecoles(Public.ofCommune(commune, Qui.DIRECTIONS));
            default -> List.of();
        };
    }

    /// @param code what the page sent; the widest where nothing was
    Optional<Territoire> one(Utilisateur utilisateur, String code) {
        var all = of(utilisateur);
        return code.isEmpty()
                ? all.stream().findFirst()
                : all.stream().filter(t -> t.code().equals(code)).findFirst();
    }

    /// @param ecoles none for the whole region
    record Territoire(String code, String nom, List<UUID> ecoles, boolean region) {

        UUID[] ids() {
            return ecoles.toArray(UUID[]::new);
        }

        boolean severalEcoles() {
            return region || ecoles.size() > 1;
        }
    }
}
