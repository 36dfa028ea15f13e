package fr.entecole.annuaire.classes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Familles.Classe;
import fr.entecole.annuaire.Familles.Eleve;
import fr.entecole.annuaire.Familles.Responsable;
import fr.entecole.annuaire.noms.Telephone;
import fr.entecole.papier.TableauImprime;
import fr.entecole.socle.Dates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// The list of a class on paper: what its page shows, without what the head alone tells at the gate.
final class ListeImprimee {

    private ListeImprimee() {}

    static TableauImprime of(Classe classe, LocalDate jour) {
        boolean niveaux = classe.niveau() == null;
        return new TableauImprime(
                classe.libelle(),
                classe.ecole(),
                chapeau(classe, jour),
                niveaux
                        ? List.of(t("Élève"), t("Niveau"), t("Responsables et téléphones"))
                        : List.of(t("Élève"), t("Responsables et téléphones")),
                classe.eleves().stream()
                        .map(eleve -> ligne(classe, eleve, niveaux))
                        .toList());
    }

    private static String chapeau(Classe classe, LocalDate jour) {
        var mots = new ArrayList<String>();
        mots.add(t("Liste du {0}", Dates.words(jour)));
        mots.add(t(
                "{0, plural, =0 {aucun élève} one {# élève} other {# élèves}}",
                classe.eleves().size()));
        if (!classe.avec().isEmpty()) {
            mots.add(t("avec {0}", classe.avec()));
        }
        if (classe.numero() != null) {
            mots.add(t("Téléphone de l’école :") + " " + classe.numero());
        }
        return String.join(" · ", mots);
    }

    private static List<String> ligne(Classe classe, Eleve eleve, boolean niveaux) {
        var cellules = new ArrayList<String>();
        var nom = (eleve.nom() + " " + eleve.prenom()).strip();
        cellules.add(classe.homonyme(eleve) ? nom + "\n" + Dates.words(eleve.naissance()) : nom);
        if (niveaux) {
            cellules.add(Objects.requireNonNullElse(eleve.niveau(), ""));
        }
        cellules.add(
                eleve.responsables().isEmpty()
                        ? t("aucun dans l’annuaire")
                        : eleve.responsables().stream().map(ListeImprimee::mots).collect(Collectors.joining("\n")));
        return cellules;
    }

    private static String mots(Responsable responsable) {
        var qui = responsable.lien().isEmpty()
                ? responsable.nomComplet()
                : t("{0}, {1}", responsable.nomComplet(), responsable.lien());
        return responsable.telephones().isEmpty()
                ? t("{0} : pas de téléphone", qui)
                : t(
                        "{0} : {1}",
                        qui,
                        responsable.telephones().stream()
                                .map(Telephone::affiche)
                                .collect(Collectors.joining(", ")));
    }
}
