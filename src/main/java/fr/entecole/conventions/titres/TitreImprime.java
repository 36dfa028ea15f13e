package fr.entecole.conventions.titres;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.papier.Feuillet;
import fr.entecole.papier.TableauImprime;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import java.util.List;

/// A titre on paper: what is asked, of whom, for which schools.
public final class TitreImprime {

    private TitreImprime() {}

    public static Feuillet of(Titre titre) {
        return new TableauImprime(
                        titre.isReduction()
                                ? t(
                                        "Annulation n°\u00a0{0} du titre de perception n°\u00a0{1}",
                                        titre.reference(), titre.annuleReference())
                                : t("Titre de perception n°\u00a0{0}", titre.reference()),
                        t("{0}, SIRET {1}", titre.denomination(), titre.siret()),
                        t(
                                "Participation à l’ENT-École, année scolaire {0}, convention n°\u00a0{1}. Émis le {2} par le rectorat. Montant\u00a0: {3}, toutes taxes comprises. {4}",
                                new AnneeScolaire(titre.annee()).toString(),
                                titre.numeroConvention(),
                                Dates.words(Dates.day(titre.emisLe())),
                                titre.montant().chiffres(),
                                titre.isReduction()
                                        ? t(
                                                "Annule le titre n°\u00a0{0} de cette convention. Motif\u00a0: {1}",
                                                titre.annuleReference(), titre.motif())
                                        : t("Soit {0}.", titre.montant().lettres())),
                        List.of(t("École (UAI)"), t("Participation")),
                        titre.uais().stream()
                                .map(uai -> List.of(
                                        uai, (titre.isReduction() ? titre.prix().negated() : titre.prix()).chiffres()))
                                .toList())
                .feuillet();
    }
}
