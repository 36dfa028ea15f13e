package fr.entecole.annuaire.complements;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.complements.Effet.Sort;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.annuaire.saisies.Saisies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lines of the people who work in a school, by their names inside it. Teachers come with their classes: no feed gives
/// them any.
final class PlanDesPersonnels {

    private static final Set<String> YES = Set.of("oui", "o", "true", "1");

    private final Plan.Lecteur lecteur;

    PlanDesPersonnels(Plan.Lecteur lecteur) {
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
        var known = lecteur.lues().personnels().stream()
                .filter(p -> p.ecole().equals(ecole) && p.named(noms, prenom))
                .toList();
        if (known.size() > 1) {
            return Effet.refused(ligne, qui, Champ.NOM, t("Plusieurs personnes de l’équipe portent ce nom."));
        }
        var fonction = fonction(ligne.of(Champ.FONCTION));
        boolean enseigne = lecteur.fichier().genre() == Genre.ENSEIGNANTS;
        if (!enseigne && known.isEmpty() && fonction.isEmpty()) {
            return Effet.refused(
                    ligne,
                    qui,
                    Champ.FONCTION,
                    t(
                            "La fonction « {0} » n’est pas lue : {1}.",
                            ligne.of(Champ.FONCTION), String.join(", ", Saisies.FONCTIONS)));
        }
        List<Geste> gestes = new ArrayList<>();
        List<String> quoi = new ArrayList<>();
        if (known.isEmpty()) {
            add(ligne, ecole, noms.getFirst(), fonction, gestes, quoi);
        }
        if (enseigne) {
            var refusal = attach(ligne, ecole, known.isEmpty() ? null : known.getFirst(), gestes, quoi);
            if (refusal.isPresent()) {
                return Effet.refused(ligne, qui, Champ.CLASSE, refusal.get());
            }
        }
        if (gestes.isEmpty()) {
            return new Effet(ligne.numero(), Sort.DEJA, qui, List.of(), List.of());
        }
        return new Effet(ligne.numero(), known.isEmpty() ? Sort.NOUVEAU : Sort.CHANGE, qui, quoi, gestes);
    }

    private void add(
            FichierLu.Ligne ligne,
            UUID ecole,
            String nom,
            Optional<String> fonction,
            List<Geste> gestes,
            List<String> quoi) {
        boolean enseigne = lecteur.fichier().genre() == Genre.ENSEIGNANTS;
        boolean dirige = enseigne && YES.contains(EcolesLues.cle(ligne.of(Champ.DIRECTEUR)));
        boolean region = lecteur.demande().region();
        quoi.add(
                enseigne
                        ? t("Nouvel enseignant de l’école.")
                        : t("Nouvelle personne de l’équipe : {0}.", fonction.orElse("")));
        if (dirige) {
            quoi.add(
                    region
                            ? t("Dirige l’école.")
                            : t(
                                    "La direction d’une école vient de l’académie ou de la région : elle n’est pas donnée ici."));
        }
        gestes.add(new Geste.NouveauPersonnel(
                ecole,
                ligne.numero(),
                new Saisies.Personnel(
                        PlanDesResponsables.civilite(ligne.of(Champ.CIVILITE)),
                        ligne.of(Champ.PRENOM),
                        nom,
                        ligne.orNull(Champ.COURRIEL),
                        enseigne ? "ENS" : fonction.orElse(""),
                        enseigne ? t("Enseignement") : fonction.orElse(""),
                        enseigne,
                        dirige && region)));
    }

    /// @return why the line cannot be done
    private Optional<String> attach(
            FichierLu.Ligne ligne,
            UUID ecole,
            EcolesLues.@Nullable Personnel known,
            List<Geste> gestes,
            List<String> quoi) {
        for (var libelle : ligne.all(Champ.CLASSE)) {
            var classe = lecteur.classe(ecole, libelle, gestes);
            if (classe.isEmpty()) {
                return Optional.of(lecteur.unknownClasse(libelle));
            }
            if (known != null && !known.enseigne()) {
                return Optional.of(
                        t("Selon l’annuaire, cette personne n’enseigne pas : aucune classe ne lui est confiée."));
            }
            if (known == null || known.classes().add(classe.get())) {
                gestes.add(
                        new Geste.Rattachement(ecole, known == null ? null : known.id(), ligne.numero(), classe.get()));
                quoi.add(t("Classe : {0}.", lecteur.named(classe.get())));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> fonction(String typed) {
        return Saisies.FONCTIONS.stream()
                .filter(f -> EcolesLues.cle(f).equals(EcolesLues.cle(typed)))
                .findFirst();
    }
}
