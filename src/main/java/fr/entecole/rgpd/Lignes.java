package fr.entecole.rgpd;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.rgpd.Fiche.Ligne;
import fr.entecole.rgpd.Fiche.Valeur;
import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.DonneesPersonnelles.Traitement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What modules hold, as lines that a person reads. The key of a line is its module's word, then what the module calls
/// it: `annuaire/responsable.adresse`, `comptes/chartes`; the heading of values in no row is the module alone.
@Component
class Lignes {

    private final List<DonneesPersonnelles> modules;

    Lignes(List<DonneesPersonnelles> modules) {
        this.modules = modules;
    }

    /// @param export of this module about this person
    List<Ligne> of(DonneesPersonnelles module, UUID personne, Map<String, Object> export) {
        var libelles = module.libelles();
        var lignes = new ArrayList<Ligne>();
        var alone = rang(module, export, "");
        if (!alone.isEmpty()) {
            lignes.add(ligne(module, personne, "", libelles.getOrDefault("", t("Aussi")), "", List.of(alone)));
        }
        libelles.forEach((key, titre) -> {
            if (!titre.isEmpty() && export.get(key) instanceof Collection<?> rows) {
                lignes.addAll(of(module, personne, key, titre, rows));
            }
        });
        return lignes;
    }

    private List<Ligne> of(DonneesPersonnelles module, UUID personne, String key, String titre, Collection<?> rows) {
        var maps = rows.stream()
                .flatMap(row -> row instanceof Map<?, ?> map ? Stream.of(map) : Stream.empty())
                .toList();
        var own = module.lignes().stream()
                .filter(ligne -> ligne.lieu().equals(key))
                .toList();
        if (!own.isEmpty()) {
            return maps.stream()
                    .flatMap(row -> own.stream()
                            .map(said ->
                                    ligne(module, personne, said.mot(), said.titre(), module.lu(said, row), List.of()))
                            .filter(ligne -> !ligne.valeur().isEmpty()))
                    .toList();
        }
        var rangs = maps.stream()
                .map(row -> rang(module, row, key + "."))
                .filter(rang -> !rang.isEmpty())
                .toList();
        return rangs.isEmpty() ? List.of() : List.of(ligne(module, personne, key, titre, "", rangs));
    }

    /// What is said by who shows the page, under a line of the module.
    Optional<Ligne> said(String cle, UUID personne, String valeur) {
        return module(cle).map(module -> {
            var mot = cle.substring(module.schema().length() + 1);
            return ligne(module, personne, mot, titre(cle), valeur, List.of());
        });
    }

    private Ligne ligne(
            DonneesPersonnelles module,
            UUID personne,
            String mot,
            String titre,
            String valeur,
            List<List<Valeur>> rangs) {
        var cle = mot.isEmpty() ? module.schema() : module.schema() + "/" + mot;
        var held = traitement(module, new DonneesPersonnelles.Ligne(mot, titre, "").lieu());
        return new Ligne(
                personne,
                cle,
                titre,
                valeur,
                rangs,
                held.map(Traitement::source).orElse(""),
                held.map(Traitement::duree).map(Valeurs::duree).orElse(""),
                champ(cle));
    }

    private Optional<Traitement> traitement(DonneesPersonnelles module, String lieu) {
        return Stream.concat(Stream.of(module), modules.stream())
                .flatMap(one -> one.describe().stream())
                .filter(traitement -> traitement.lieux().contains(lieu))
                .findFirst();
    }

    /// The words of a key, empty when no module knows it any more.
    String titre(String cle) {
        return module(cle)
                .map(module -> line(module, cle)
                        .map(DonneesPersonnelles.Ligne::titre)
                        .orElseGet(() -> module.libelles()
                                .getOrDefault(
                                        cle.equals(module.schema())
                                                ? ""
                                                : cle.substring(module.schema().length() + 1),
                                        "")))
                .orElse("");
    }

    /// What ONDE calls it; empty where it is corrected elsewhere.
    String champ(String cle) {
        return module(cle)
                .flatMap(module -> line(module, cle))
                .map(DonneesPersonnelles.Ligne::champ)
                .orElse("");
    }

    private static Optional<DonneesPersonnelles.Ligne> line(DonneesPersonnelles module, String cle) {
        return module.lignes().stream()
                .filter(ligne -> cle.equals(module.schema() + "/" + ligne.mot()))
                .findFirst();
    }

    Optional<DonneesPersonnelles> module(String cle) {
        return modules.stream()
                .filter(module -> cle.equals(module.schema()) || cle.startsWith(module.schema() + "/"))
                .findFirst();
    }

    /// What is labelled, in the order of the labels; nothing else.
    static List<Valeur> rang(DonneesPersonnelles module, Map<?, ?> columns, String prefix) {
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
}
