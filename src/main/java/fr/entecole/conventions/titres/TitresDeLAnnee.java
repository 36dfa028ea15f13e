package fr.entecole.conventions.titres;

import fr.entecole.conventions.regles.Montant;
import fr.entecole.socle.web.Tranche;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The titres of a school year as their page shows them: some at a time, and the sums of all. Sums agree with the
/// lines, since they are made of them.
///
/// @param montres those of this page, by number
/// @param departements sums by département
/// @param trop those that received more than they ask
record TitresDeLAnnee(Tranche<Titre> montres, Map<String, Total> departements, Total ensemble, List<Titre> trop) {

    private static final int SHOWN = 50;

    /// @param titres of the year, by number
    /// @param apres number of the last one of the page before; empty: from the first
    static TitresDeLAnnee of(List<Titre> titres, String apres) {
        Map<String, Total> departements = new TreeMap<>();
        var ensemble = Total.NONE;
        for (var titre : titres) {
            var one = new Total(1, titre.montant(), titre.paye());
            departements.merge(titre.insee().substring(0, titre.insee().startsWith("97") ? 3 : 2), one, Total::plus);
            ensemble = ensemble.plus(one);
        }
        return new TitresDeLAnnee(
                Tranche.read(
                        SHOWN,
                        most -> titres.stream()
                                .filter(t -> t.reference().compareTo(apres) > 0)
                                .limit(most)
                                .toList(),
                        Titre::reference),
                departements,
                ensemble,
                titres.stream().filter(t -> t.reste().centimes() < 0).toList());
    }

    record Total(int nombre, Montant emis, Montant paye) {

        static final Total NONE = new Total(0, new Montant(0), new Montant(0));

        Total plus(Total other) {
            return new Total(nombre + other.nombre, emis.plus(other.emis), paye.plus(other.paye));
        }
    }
}
