package fr.entecole.rgpd;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Enfants;
import fr.entecole.annuaire.Enfants.Enfant;
import fr.entecole.rgpd.Fiche.Bloc;
import fr.entecole.rgpd.Fiche.Ligne;
import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Gathers what the modules hold about a person and about the children that they answer for.
@Component
class MesDonnees {

    /// A guardian reads whose parent the school says they are: the one line that names others.
    private static final String ENFANTS = "annuaire/lien.enfants";

    private final List<DonneesPersonnelles> modules;
    private final Lignes lignes;
    private final Enfants enfants;

    MesDonnees(List<DonneesPersonnelles> modules, Lignes lignes, Enfants enfants) {
        this.modules = modules;
        this.lignes = lignes;
        this.enfants = enfants;
    }

    List<DonneesPersonnelles.Traitement> traitements() {
        return modules.stream().flatMap(module -> module.describe().stream()).toList();
    }

    /// The person's own first, then one for each child.
    List<Fiche> of(Utilisateur utilisateur) {
        var fiches = new ArrayList<Fiche>();
        var own = fiche(utilisateur.nomComplet(), utilisateur.personnes(), DonneesPersonnelles::export);
        if (!utilisateur.is(Profil.PARENT)) {
            return List.of(own);
        }
        var children = enfants.of(utilisateur.personnes());
        fiches.add(withChildren(own, utilisateur, children));
        children.forEach(enfant -> fiches.add(fiche(
                enfant.nom(),
                Set.of(enfant.id()),
                (module, id) -> module.exportForGuardian(id, utilisateur.personnes()))));
        return fiches;
    }

    /// A line that this person reads, about themselves or a child of theirs: what nobody else may say is wrong.
    Optional<Ligne> line(Utilisateur utilisateur, UUID personne, String cle) {
        boolean own = utilisateur.personnes().contains(personne);
        var children = utilisateur.is(Profil.PARENT) && (!own || cle.equals(ENFANTS))
                ? enfants.of(utilisateur.personnes())
                : List.<Enfant>of();
        if (!own && children.stream().noneMatch(enfant -> enfant.id().equals(personne))) {
            return Optional.empty();
        }
        if (own && cle.equals(ENFANTS)) {
            return utilisateur.is(Profil.PARENT) ? lignes.said(cle, personne, names(children)) : Optional.empty();
        }
        return lignes
                .module(cle)
                .map(module -> lignes.of(
                        module,
                        personne,
                        own ? module.export(personne) : module.exportForGuardian(personne, utilisateur.personnes())))
                .stream()
                .flatMap(List::stream)
                .filter(ligne -> ligne.cle().equals(cle))
                .findFirst();
    }

    private Fiche withChildren(Fiche own, Utilisateur utilisateur, List<Enfant> children) {
        var all = new ArrayList<>(own.lignes());
        int after = (int) all.stream()
                .takeWhile(ligne -> ligne.cle().startsWith("annuaire/"))
                .count();
        lignes.said(ENFANTS, utilisateur.personneId(), names(children)).ifPresent(said -> all.add(after, said));
        return new Fiche(own.titre(), List.copyOf(all), own.blocs());
    }

    private static String names(List<Enfant> children) {
        return children.isEmpty()
                ? t("aucun")
                : children.stream().map(Enfant::nom).collect(Collectors.joining(", "));
    }

    /// One account may be several people of the directory: what they share is said once.
    private Fiche fiche(
            String titre, Collection<UUID> personnes, BiFunction<DonneesPersonnelles, UUID, Map<String, Object>> held) {
        var blocs = new LinkedHashSet<Bloc>();
        var read = new ArrayList<Ligne>();
        for (var module : modules) {
            for (var personne : personnes) {
                var export = held.apply(module, personne);
                blocs.addAll(blocs(module, export));
                lignes.of(module, personne, export).stream()
                        .filter(ligne -> read.stream().noneMatch(other -> sameWords(ligne, other)))
                        .forEach(read::add);
            }
        }
        return new Fiche(titre, List.copyOf(read), List.copyOf(blocs));
    }

    private static boolean sameWords(Ligne one, Ligne other) {
        return one.cle().equals(other.cle())
                && one.valeur().equals(other.valeur())
                && one.rangs().equals(other.rangs());
    }

    private static List<Bloc> blocs(DonneesPersonnelles module, Map<String, Object> export) {
        var libelles = module.libelles();
        var blocs = new ArrayList<Bloc>();
        var alone = Lignes.rang(module, export, "");
        if (!alone.isEmpty()) {
            blocs.add(new Bloc(libelles.getOrDefault("", t("Aussi")), List.of(alone)));
        }
        libelles.forEach((key, titre) -> {
            if (!titre.isEmpty() && export.get(key) instanceof Collection<?> rows) {
                var rangs = rows.stream()
                        .map(row -> row instanceof Map<?, ?> columns
                                ? Lignes.rang(module, columns, key + ".")
                                : List.<Fiche.Valeur>of())
                        .filter(rang -> !rang.isEmpty())
                        .toList();
                if (!rangs.isEmpty()) {
                    blocs.add(new Bloc(titre, rangs));
                }
            }
        });
        return blocs;
    }
}
