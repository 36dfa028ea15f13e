package fr.entecole.annuaire.complements;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.complements.Effet.Sort;
import fr.entecole.annuaire.noms.Lien;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.annuaire.saisies.SaisiesDesFamilles;
import fr.entecole.socle.Uuids;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lines of guardians, each with their children: a child by their names inside the school, their class only where two
/// are called so, since both files of a school may call it otherwise; a guardian by their names and a child, or by
/// their names and where to reach them.
final class PlanDesResponsables {

    /// Who answers for a child, where the file does not say as what (reference aaf-onde §6.2: another link).
    private static final String AUTRE = "90";

    private final Plan.Lecteur lecteur;

    PlanDesResponsables(Plan.Lecteur lecteur) {
        this.lecteur = lecteur;
    }

    Effet effet(FichierLu.Ligne ligne, UUID ecole) {
        var noms = Stream.of(ligne.of(Champ.USAGE), ligne.of(Champ.NOM))
                .filter(PlanDesEleves::isName)
                .toList();
        var prenom = ligne.of(Champ.PRENOM);
        var qui = Noms.complet(prenom, noms.isEmpty() ? "" : noms.getFirst());
        if (noms.isEmpty() || !PlanDesEleves.isName(prenom)) {
            return PlanDesEleves.noName(ligne, qui, !noms.isEmpty());
        }
        if (ligne.enfants().isEmpty()) {
            return Effet.refused(ligne, qui, Champ.ENFANT_PRENOM, t("Cette ligne ne nomme aucun enfant."));
        }
        List<EcolesLues.Eleve> enfants = new ArrayList<>();
        for (var dit : ligne.enfants()) {
            var found = children(ecole, dit);
            if (found.size() != 1) {
                var nom = Noms.complet(dit.prenom(), dit.nom().isEmpty() ? dit.usage() : dit.nom());
                return Effet.refused(
                        ligne,
                        qui,
                        found.isEmpty() ? Champ.ENFANT_NOM : Champ.ENFANT_CLASSE,
                        found.isEmpty()
                                ? t("{0} n’est pas un élève de l’école. Donnez d’abord le fichier des élèves.", nom)
                                : t("Plusieurs élèves de l’école s’appellent {0}.", nom));
            }
            enfants.add(found.getFirst());
        }
        return effet(ligne, ecole, qui, noms, enfants);
    }

    private List<EcolesLues.Eleve> children(UUID ecole, FichierLu.Enfant dit) {
        var named = lecteur.lues()
                .eleves(ecole)
                .filter(e -> e.named(dit.nom(), dit.prenom()) || e.named(dit.usage(), dit.prenom()))
                .toList();
        if (named.size() < 2) {
            return named;
        }
        var classe = lecteur.lues().classe(ecole, dit.classe());
        return named.stream()
                .filter(e ->
                        classe.isPresent() && e.classes().contains(classe.get().id()))
                .toList();
    }

    private Effet effet(
            FichierLu.Ligne ligne, UUID ecole, String qui, List<String> noms, List<EcolesLues.Eleve> enfants) {
        var said = said(ligne, noms);
        var known = known(noms, said, enfants);
        if (known.size() > 1) {
            return Effet.refused(ligne, qui, Champ.NOM, t("Plusieurs responsables de ces enfants portent ce nom."));
        }
        var responsable = known.isEmpty() ? null : known.getFirst();
        var linked = responsable == null ? Set.<UUID>of() : responsable.enfants();
        var anew = enfants.stream().filter(e -> !linked.contains(e.id())).toList();
        // Why, only the head reads, on the child's own page.
        if (anew.stream().anyMatch(e -> lecteur.lues().proteges().contains(e.id()))) {
            return Effet.refused(
                    ligne,
                    qui,
                    Champ.NOM,
                    t("Ce responsable s’ajoute à la main, par la direction, depuis la fiche de l’élève."));
        }
        List<Geste> gestes = new ArrayList<>();
        List<String> quoi = new ArrayList<>();
        if (responsable == null) {
            var id = Uuids.v7();
            gestes.add(new Geste.NouveauResponsable(ecole, id, said));
            quoi.add(t("Nouveau responsable."));
            responsable = new EcolesLues.Responsable(
                    id, said.nom(), said.nomNaissance(), said.prenom(), false, coordonnees(said), new HashSet<>());
            lecteur.lues().responsables().add(responsable);
        } else if (!responsable.academie() && !responsable.coordonnees().containsAll(coordonnees(said))) {
            gestes.add(new Geste.ResponsableChange(ecole, responsable.id(), said));
            quoi.add(t("Ses coordonnées sont mises à jour."));
        }
        link(ligne, ecole, responsable, anew, gestes, quoi);
        return told(ligne, qui, known.isEmpty(), responsable.academie(), quoi, gestes);
    }

    private static void link(
            FichierLu.Ligne ligne,
            UUID ecole,
            EcolesLues.Responsable responsable,
            List<EcolesLues.Eleve> anew,
            List<Geste> gestes,
            List<String> quoi) {
        var dit = ligne.of(Champ.LIEN);
        var code = Lien.typed(dit);
        for (var enfant : anew) {
            gestes.add(new Geste.NouveauLien(ecole, responsable.id(), enfant.id(), code.orElse(AUTRE)));
            responsable.enfants().add(enfant.id());
        }
        if (!anew.isEmpty()) {
            var mot = Lien.words(code.orElse(AUTRE));
            quoi.add(t(
                    "{0} {1}.",
                    mot.substring(0, 1).toUpperCase(Locale.FRENCH) + mot.substring(1),
                    Lien.de(anew.stream().map(EcolesLues.Eleve::nomComplet).toList())));
            if (code.isEmpty() && !dit.isEmpty()) {
                quoi.add(t("Le lien « {0} » n’est pas lu : la fiche dira « responsable ».", dit));
            }
        }
    }

    private static Effet told(
            FichierLu.Ligne ligne,
            String qui,
            boolean nouveau,
            boolean academie,
            List<String> quoi,
            List<Geste> gestes) {
        if (gestes.isEmpty()) {
            return academie
                    ? new Effet(
                            ligne.numero(),
                            Sort.ACADEMIE,
                            qui,
                            List.of(t("L’annuaire de l’académie le donne déjà : rien ne change.")),
                            List.of())
                    : new Effet(ligne.numero(), Sort.DEJA, qui, List.of(), List.of());
        }
        return new Effet(ligne.numero(), nouveau ? Sort.NOUVEAU : Sort.CHANGE, qui, quoi, gestes);
    }

    private List<EcolesLues.Responsable> known(
            List<String> noms, SaisiesDesFamilles.Responsable said, List<EcolesLues.Eleve> enfants) {
        var named = lecteur.lues().responsables().stream()
                .filter(r -> r.named(noms, said.prenom()))
                .toList();
        var ofThese = named.stream()
                .filter(r -> enfants.stream().anyMatch(e -> r.enfants().contains(e.id())))
                .toList();
        return ofThese.isEmpty()
                ? named.stream().filter(r -> reached(r, said)).limit(2).toList()
                : ofThese;
    }

    /// By one telephone, one address or one mail address: a town is not enough.
    private static boolean reached(EcolesLues.Responsable known, SaisiesDesFamilles.Responsable said) {
        var there = known.coordonnees().stream()
                .map(PlanDesResponsables::contact)
                .filter(c -> c.length() >= 9)
                .collect(Collectors.toSet());
        return coordonnees(said).stream().map(PlanDesResponsables::contact).anyMatch(there::contains);
    }

    private static String contact(String written) {
        var figures = written.replaceAll("[^0-9]", "");
        return figures.length() >= 9 && written.chars().noneMatch(Character::isLetter)
                ? figures.substring(figures.length() - 9)
                : EcolesLues.cle(written);
    }

    private static List<String> coordonnees(SaisiesDesFamilles.Responsable said) {
        return Stream.concat(
                        Stream.of(
                                said.courriel(),
                                said.telephone(),
                                said.mobile(),
                                said.travail(),
                                said.codePostal(),
                                said.ville()),
                        said.adresse().stream())
                .filter(c -> c != null && !c.isEmpty())
                .map(String::valueOf)
                .toList();
    }

    private static SaisiesDesFamilles.Responsable said(FichierLu.Ligne ligne, List<String> noms) {
        var famille = ligne.of(Champ.NOM);
        return new SaisiesDesFamilles.Responsable(
                civilite(ligne.of(Champ.CIVILITE)),
                noms.getFirst(),
                famille.isEmpty() || famille.equals(noms.getFirst()) ? null : famille,
                ligne.of(Champ.PRENOM),
                ligne.of(Champ.ADRESSE)
                        .lines()
                        .map(String::strip)
                        .filter(l -> !l.isEmpty())
                        .toList(),
                ligne.orNull(Champ.CODE_POSTAL),
                ligne.orNull(Champ.VILLE),
                ligne.orNull(Champ.PAYS),
                ligne.orNull(Champ.TELEPHONE),
                ligne.orNull(Champ.MOBILE),
                ligne.orNull(Champ.TRAVAIL),
                ligne.orNull(Champ.COURRIEL));
    }

    static @Nullable String civilite(String typed) {
        return switch (EcolesLues.cle(typed)) {
            case "m", "mr", "monsieur" -> "M.";
            case "mme", "mlle", "madame", "mademoiselle" -> "Mme";
            default -> null;
        };
    }
}
