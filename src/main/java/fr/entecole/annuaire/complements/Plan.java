package fr.entecole.annuaire.complements;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.complements.EcolesLues.Lues;
import fr.entecole.annuaire.complements.Effet.Sort;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Uuids;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a file will do to the directory as it is at this moment, line by line. Applying it asks for it anew: were it no
/// longer the same, it would be shown again.
///
/// @param etiquettes classes that the directory does not know under this name, to be told
/// @param classes of the school of each line that is left aside, as the directory's pages write them
record Plan(FichierLu fichier, List<Etiquette> etiquettes, List<Effet> effets, Map<Long, List<String>> classes) {

    static final String NOUVELLE = "NOUVELLE";
    static final String AUCUNE = "AUCUNE";

    /// @param rang among all that the file writes
    /// @param nouvelle whether the school may be given a class of this name
    record Etiquette(int rang, UUID ecole, String libelle, List<EcolesLues.Classe> choix, boolean nouvelle) {}

    /// @param ecole of the file; null: each line says its own
    /// @param region the region gave it, which may name heads
    record Demande(@Nullable UUID ecole, boolean region, Map<String, String> reponses) {}

    /// @param origine the same file before anything was corrected in it: classes keep the rank that answers know
    static Plan of(FichierLu fichier, FichierLu origine, Lues lues, Demande demande) {
        var known = lues.classes().stream()
                .collect(Collectors.groupingBy(
                        EcolesLues.Classe::ecole, Collectors.mapping(EcolesLues.Classe::nom, Collectors.toList())));
        var lecteur = new Lecteur(fichier, origine, lues, demande);
        var unknown = lecteur.unknown();
        List<Effet> effets = new ArrayList<>();
        Map<Long, List<String>> classes = new HashMap<>();
        if (fichier.missing().isEmpty()) {
            for (var ligne : fichier.lignes()) {
                var effet = lecteur.effet(ligne);
                effets.add(effet);
                if (effet.refused()) {
                    lecteur.ecole(ligne)
                            .ifPresent(ecole -> classes.put(ligne.numero(), known.getOrDefault(ecole, List.of())));
                }
            }
        }
        return new Plan(fichier, unknown, List.copyOf(effets), classes);
    }

    long count(Sort sort) {
        return effets.stream().filter(effet -> effet.sort() == sort).count();
    }

    boolean does() {
        return effets.stream().anyMatch(Effet::does);
    }

    Optional<Effet> effet(long ligne) {
        return effets.stream().filter(effet -> effet.ligne() == ligne).findFirst();
    }

    /// Those that are left aside, in their order.
    List<Effet> refused() {
        return effets.stream().filter(Effet::refused).toList();
    }

    /// Once it has been applied: what was corrected since, with the classes that it needs, and what is still left
    /// aside. What was applied is not done again: the directory may have been changed since.
    Plan since(Set<Long> corrigees, Set<Long> appliquees) {
        var kept = effets.stream()
                .filter(effet ->
                        !appliquees.contains(effet.ligne()) && (effet.refused() || corrigees.contains(effet.ligne())))
                .toList();
        var missing = new ArrayList<>(classes(effets));
        missing.removeAll(classes(kept));
        List<Effet> whole = new ArrayList<>();
        for (var effet : kept) {
            var needed = missing.stream()
                    .filter(classe -> effet.enrolls(classe.id()))
                    .toList();
            missing.removeAll(needed);
            whole.add(needed.isEmpty() ? effet : effet.after(needed));
        }
        return new Plan(fichier, List.of(), List.copyOf(whole), classes);
    }

    private static List<Geste.NouvelleClasse> classes(List<Effet> effets) {
        return effets.stream()
                .flatMap(effet -> effet.gestes().stream())
                .filter(Geste.NouvelleClasse.class::isInstance)
                .map(Geste.NouvelleClasse.class::cast)
                .toList();
    }

    /// Lines that are done once this is applied.
    Long[] applied() {
        return effets.stream()
                .filter(effet -> !effet.refused())
                .map(Effet::ligne)
                .toArray(Long[]::new);
    }

    List<UUID> ecoles() {
        return effets.stream()
                .flatMap(effet -> effet.gestes().stream())
                .map(Geste::ecole)
                .distinct()
                .toList();
    }

    String empreinte() {
        var said = new StringBuilder();
        effets.forEach(effet -> said.append(effet.ligne())
                .append(effet.sort())
                .append(effet.qui())
                .append(effet.quoi())
                .append('\n'));
        return UUID.nameUUIDFromBytes(said.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /// What all lines need: the school of each, and its classes under the names that the file gives them.
    static final class Lecteur {

        private final FichierLu fichier;
        private final Lues lues;
        private final Demande demande;
        private final Map<String, Integer> rangs = new LinkedHashMap<>();

        Lecteur(FichierLu fichier, FichierLu origine, Lues lues, Demande demande) {
            this.fichier = fichier;
            this.lues = lues;
            this.demande = demande;
            Stream.concat(origine.lignes().stream(), fichier.lignes().stream())
                    .forEach(ligne -> ecole(ligne)
                            .ifPresent(ecole -> ligne.all(Champ.CLASSE)
                                    .forEach(libelle -> rangs.putIfAbsent(key(ecole, libelle), rangs.size()))));
        }

        Lues lues() {
            return lues;
        }

        Demande demande() {
            return demande;
        }

        FichierLu fichier() {
            return fichier;
        }

        Effet effet(FichierLu.Ligne ligne) {
            var ecole = ecole(ligne);
            var qui = Noms.complet(ligne.of(Champ.PRENOM), ligne.of(Champ.NOM));
            var code = ligne.of(Champ.UAI).toUpperCase(Locale.ROOT);
            if (ecole.isPresent() && lues.anotherThan(ecole.get(), code)) {
                return Effet.refused(
                        ligne, qui, Champ.UAI, t("Cette ligne est celle d’une autre école, de code {0}.", code));
            }
            if (ecole.isEmpty()) {
                return Effet.refused(
                        ligne,
                        qui,
                        Champ.UAI,
                        t(
                                "Cette ligne ne dit pas de quelle école il s’agit : mettez son code UAI dans le nom du fichier, ou dans une colonne « UAI »."));
            }
            return switch (fichier.genre()) {
                case ELEVES -> new PlanDesEleves(this).effet(ligne, ecole.get());
                case RESPONSABLES -> new PlanDesResponsables(this).effet(ligne, ecole.get());
                case ENSEIGNANTS, PERSONNELS -> new PlanDesPersonnels(this).effet(ligne, ecole.get());
            };
        }

        private Optional<UUID> ecole(FichierLu.Ligne ligne) {
            return Optional.ofNullable(demande.ecole()).or(() -> lues.ecole(ligne.of(Champ.UAI)));
        }

        List<Etiquette> unknown() {
            List<Etiquette> unknown = new ArrayList<>();
            for (var ligne : fichier.lignes()) {
                var ecole = ecole(ligne).orElse(null);
                for (var libelle : ligne.all(Champ.CLASSE)) {
                    if (ecole != null
                            && lues.classe(ecole, libelle).isEmpty()
                            && unknown.stream()
                                    .noneMatch(e -> key(e.ecole(), e.libelle()).equals(key(ecole, libelle)))) {
                        unknown.add(new Etiquette(
                                Objects.requireNonNullElse(rangs.get(key(ecole, libelle)), 0),
                                ecole,
                                libelle,
                                lues.classes().stream()
                                        .filter(c -> c.ecole().equals(ecole))
                                        .toList(),
                                creates(ecole)));
                    }
                }
            }
            return unknown;
        }

        /// A feed that gives a school its classes gives them all.
        private boolean creates(UUID ecole) {
            return fichier.genre() == Genre.ELEVES && !lues.fed(ecole);
        }

        /// @param gestes to which the making of a class is added, where it is one
        Optional<UUID> classe(UUID ecole, String libelle, List<Geste> gestes) {
            var known = lues.classe(ecole, libelle);
            if (known.isPresent()) {
                return known.map(EcolesLues.Classe::id);
            }
            var answer = demande.reponses().getOrDefault("classe-" + rangs.get(key(ecole, libelle)), "");
            var chosen = lues.classes().stream()
                    .filter(c -> c.ecole().equals(ecole) && c.id().toString().equals(answer))
                    .findFirst();
            if (chosen.isPresent() || answer.equals(AUCUNE) || !creates(ecole)) {
                return chosen.map(EcolesLues.Classe::id);
            }
            var made = new EcolesLues.Classe(Uuids.v7(), ecole, libelle.strip(), false);
            lues.classes().add(made);
            gestes.add(new Geste.NouvelleClasse(ecole, made.id(), made.libelle()));
            return Optional.of(made.id());
        }

        String unknownClasse(String libelle) {
            return t(
                    "La classe « {0} » n’est pas dans l’annuaire sous ce nom : écrivez celui d’une de ses classes.",
                    libelle);
        }

        String named(UUID classe) {
            return lues.classes().stream()
                    .filter(c -> c.id().equals(classe))
                    .map(EcolesLues.Classe::nom)
                    .findFirst()
                    .orElse("");
        }

        private static String key(UUID ecole, String libelle) {
            return ecole + EcolesLues.etiquette(libelle);
        }
    }
}
