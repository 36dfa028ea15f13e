package fr.entecole.conventions.recherche;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.ecoles.EcolesDesCommunes;
import fr.entecole.annuaire.ecoles.EcolesDesCommunes.Commune;
import fr.entecole.socle.web.Erreurs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The commune that someone means by its name, its SIRET or its INSEE code.
@Component
public class CommunesCherchees {

    private static final int MOST = 20;

    private final EcolesDesCommunes ecoles;

    CommunesCherchees(EcolesDesCommunes ecoles) {
        this.ecoles = ecoles;
    }

    /// Those that it may be: one where the words name it in full.
    public List<Commune> find(String words) {
        var typed = words.strip();
        if (typed.length() < 2) {
            return List.of();
        }
        var found = ecoles.commune(typed).map(List::of).orElseGet(() -> found(typed));
        var exact = found.stream()
                .filter(c -> apostrophe(c.nom()).equalsIgnoreCase(apostrophe(typed)))
                .toList();
        return exact.size() == 1 ? exact : found;
    }

    /// Feeds and people write apostrophes each in their way.
    private List<Commune> found(String typed) {
        return Stream.of(typed, typed.replace('\'', '’'), apostrophe(typed))
                .distinct()
                .map(words -> ecoles.find(words, MOST))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static String apostrophe(String words) {
        return words.replace('’', '\'');
    }

    /// Each of several that were typed.
    ///
    /// @param champ field where they were typed
    public List<String> all(List<String> words, String champ, Erreurs erreurs) {
        List<String> found = new ArrayList<>();
        for (var word : words) {
            var communes = find(word);
            if (communes.size() == 1) {
                found.add(communes.getFirst().insee());
            } else {
                erreurs.add(
                        champ,
                        t(
                                "«\u00a0{0}\u00a0» n’est pas une commune de l’annuaire, ou plusieurs commencent ainsi. Écrivez son nom entier ou son code INSEE.",
                                word));
            }
        }
        return found;
    }

    /// @param erreurs told what to write where the words are of none, or of several
    public Optional<Commune> one(String words, Erreurs erreurs) {
        var found = find(words);
        if (found.size() == 1) {
            return Optional.of(found.getFirst());
        }
        erreurs.add(
                "commune",
                found.isEmpty()
                        ? t(
                                "Aucune commune ayant une école publique ne s’appelle ainsi. Écrivez son nom entier, son SIRET ou son code INSEE.")
                        : t(
                                "Plusieurs communes commencent ainsi. Écrivez le code INSEE de la vôtre\u00a0: {0}.",
                                found.stream()
                                        .map(c -> t("{0} ({1})", c.nom(), c.insee()))
                                        .collect(Collectors.joining(", "))));
        return Optional.empty();
    }
}
