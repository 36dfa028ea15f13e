package fr.entecole.rgpd;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Enfants;
import fr.entecole.annuaire.Enfants.Enfant;
import fr.entecole.rgpd.Fiche.Bloc;
import fr.entecole.rgpd.Fiche.Ligne;
import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.DonneesPersonnelles.Fichier;
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
        return who(utilisateur).stream().map(one -> fiche(one, utilisateur)).toList();
    }

    /// The same, with the files that go with the copy.
    List<Dossier> whole(Utilisateur utilisateur) {
        return who(utilisateur).stream()
                .map(one -> new Dossier(
                        fiche(one, utilisateur),
                        one.personnes.stream()
                                .flatMap(personne -> modules.stream()
                                        .flatMap(module -> module.fichiers(personne, utilisateur).stream()))
                                .toList()))
                .toList();
    }

    private List<Qui> who(Utilisateur utilisateur) {
        boolean parent = utilisateur.is(Profil.PARENT);
        var children = parent ? enfants.of(utilisateur.personnes()) : List.<Enfant>of();
        var all = new ArrayList<Qui>();
        all.add(new Qui(
                utilisateur.nomComplet(),
                utilisateur.personnes(),
                DonneesPersonnelles::export,
                parent ? names(children) : ""));
        children.forEach(enfant -> all.add(new Qui(
                enfant.nom(),
                Set.of(enfant.id()),
                (module, id) -> module.exportForGuardian(id, utilisateur.personnes()),
                "")));
        return all;
    }

    private Fiche fiche(Qui one, Utilisateur utilisateur) {
        var fiche = fiche(one.titre, one.personnes, one.held);
        return one.children.isEmpty() ? fiche : withChildren(fiche, utilisateur, one.children);
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

    private Fiche withChildren(Fiche own, Utilisateur utilisateur, String children) {
        var all = new ArrayList<>(own.lignes());
        int after = (int) all.stream()
                .takeWhile(ligne -> ligne.cle().startsWith("annuaire/"))
                .count();
        lignes.said(ENFANTS, utilisateur.personneId(), children).ifPresent(said -> all.add(after, said));
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

    /// What is held of one person, and their files.
    record Dossier(Fiche fiche, List<Fichier> fichiers) {}

    /// @param children names of those whom a guardian answers for, empty for anyone else
    private record Qui(
            String titre,
            Set<UUID> personnes,
            BiFunction<DonneesPersonnelles, UUID, Map<String, Object>> held,
            String children) {}
}
