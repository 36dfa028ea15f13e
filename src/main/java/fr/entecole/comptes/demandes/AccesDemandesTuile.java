package fr.entecole.comptes.demandes;

import static fr.entecole.socle.Phrases.t;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.comptes.Etats;
import fr.entecole.comptes.demandes.AccesDemandes.Demande;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Memoire;
import fr.entecole.socle.Memoire.Gardee;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// On a head's home: accesses that their teachers ask to be given again. Each leads to the page that gives it; the next
/// one then takes its place.
@Component
class AccesDemandesTuile implements Tuile {

    private static final int NAMED = 3;

    private final AccesDemandes demandes;
    private final Etats etats;
    private final Memoire<UUID, List<Demande>> memoire;

    AccesDemandesTuile(AccesDemandes demandes, Etats etats, Cache<UUID, Gardee<List<Demande>>> accesDemandesGardes) {
        this.demandes = demandes;
        this.etats = etats;
        this.memoire = new Memoire<>(accesDemandesGardes);
    }

    @Bean
    static Cache<UUID, Gardee<List<Demande>>> accesDemandesGardes() {
        return Memoire.cache();
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.DIRECTEUR);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        return memoire.of(etats.of(Perimetre.of(utilisateur).ecolesDirected()), demandes::waitingIn)
                .map(schools -> schools.values().stream()
                        .flatMap(List::stream)
                        .sorted(Comparator.comparing(Demande::le))
                        .toList())
                .map(waiting -> waiting.isEmpty() ? List.of() : List.of(part(waiting)));
    }

    private static Partie part(List<Demande> waiting) {
        var noms = waiting.stream().map(Demande::nom).toList();
        return new Partie(
                Place.ATTEND,
                20,
                "socle/attend",
                Map.of(
                        "icone",
                        "cle",
                        "titre",
                        t("{0, plural, one {Un accès à redonner} other {# accès à redonner}}", waiting.size()),
                        "precision",
                        noms.size() > NAMED
                                ? t("demandés par l’équipe, pour {0} et d’autres", noms.getFirst())
                                : t(
                                        "à la demande de l’équipe, pour {0}",
                                        noms.stream().collect(Collectors.joining(", "))),
                        "adresse",
                        "/comptes/personnes/" + waiting.getFirst().personne() + "/acces",
                        "bouton",
                        t("Redonner un accès")));
    }
}
