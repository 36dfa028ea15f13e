package fr.entecole.rgpd;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Enfants;
import fr.entecole.rgpd.Fiche.Bloc;
import fr.entecole.rgpd.Fiche.Valeur;
import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gathers what the modules hold about a person and about the children that they answer for.
@Component
class MesDonnees {

    private final List<DonneesPersonnelles> modules;
    private final Enfants enfants;

    MesDonnees(List<DonneesPersonnelles> modules, Enfants enfants) {
        this.modules = modules;
        this.enfants = enfants;
    }

    List<DonneesPersonnelles.Traitement> traitements() {
        return modules.stream().flatMap(module -> module.describe().stream()).toList();
    }

    /// The person's own first, then one for each child.
    List<Fiche> of(Utilisateur utilisateur) {
        var fiches = new ArrayList<Fiche>();
        fiches.add(new Fiche(utilisateur.nomComplet(), blocs(utilisateur.personnes(), DonneesPersonnelles::export)));
        if (utilisateur.is(Profil.PARENT)) {
            enfants.of(utilisateur.personnes())
                    .forEach(enfant -> fiches.add(new Fiche(
                            enfant.nom(),
                            blocs(
                                    Set.of(enfant.id()),
                                    (module, id) -> module.exportForGuardian(id, utilisateur.personnes())))));
        }
        return fiches;
    }

    /// One account may be several people of the directory: what they share is said once.
    private List<Bloc> blocs(
            Collection<UUID> personnes, BiFunction<DonneesPersonnelles, UUID, Map<String, Object>> held) {
        var blocs = new LinkedHashSet<Bloc>();
        for (var module : modules) {
            for (var personne : personnes) {
                blocs.addAll(blocs(module, held.apply(module, personne)));
            }
        }
        return List.copyOf(blocs);
    }

    private static List<Bloc> blocs(DonneesPersonnelles module, Map<String, Object> export) {
        var libelles = module.libelles();
        var blocs = new ArrayList<Bloc>();
        var alone = ligne(module, export, "");
        if (!alone.isEmpty()) {
            blocs.add(new Bloc(libelles.getOrDefault("", t("Aussi")), List.of(alone)));
        }
        libelles.forEach((key, titre) -> {
            if (!titre.isEmpty() && export.get(key) instanceof Collection<?> rows) {
                var lignes = rows.stream()
                        .map(row -> row instanceof Map<?, ?> columns ? ligne(module, columns, key + ".") : noRow())
                        .filter(ligne -> !ligne.isEmpty())
                        .toList();
                if (!lignes.isEmpty()) {
                    blocs.add(new Bloc(titre, lignes));
                }
            }
        });
        return blocs;
    }

    /// What is labelled, in the order of the labels; nothing else.
    private static List<Valeur> ligne(DonneesPersonnelles module, Map<?, ?> columns, String prefix) {
        return module.libelles().entrySet().stream()
                .filter(mot -> !mot.getValue().isEmpty() && mot.getKey().startsWith(prefix))
                .flatMap(mot -> {
                    var value = columns.get(mot.getKey().substring(prefix.length()));
                    return valeur(mot.getValue(), value == null ? null : module.shown(mot.getKey(), value));
                })
                .toList();
    }

    private static Stream<Valeur> valeur(String libelle, @Nullable Object value) {
        if (value instanceof Collection<?> rows && rows.stream().anyMatch(Map.class::isInstance)) {
            return Stream.empty();
        }
        var shown = Valeurs.shown(value);
        return shown.isEmpty() ? Stream.empty() : Stream.of(new Valeur(libelle, shown));
    }

    private static List<Valeur> noRow() {
        return List.of();
    }
}
