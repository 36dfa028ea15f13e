package fr.entecole.presences.registre;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Classes.Classe;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.papier.TableauImprime;
import fr.entecole.presences.Mots;
import fr.entecole.presences.registre.Signatures.Signee;
import fr.entecole.socle.Dates;
import java.util.ArrayList;
import java.util.List;

/// The sheet of a month on paper: ten half-days a page, the totals on the last.
final class RegistreImprime {

    private static final int WIDE = 10;

    private RegistreImprime() {}

    /// @param signees of that month
    static List<TableauImprime> of(Classe classe, FeuilleDuMois feuille, List<Signee> signees) {
        var pages = new ArrayList<TableauImprime>();
        var demis = feuille.demis();
        for (int from = 0; from == 0 || from < demis.size(); from += WIDE) {
            var some = demis.subList(from, Math.min(from + WIDE, demis.size()));
            boolean last = from + WIDE >= demis.size();
            var heads = new ArrayList<String>(List.of(t("Élève")));
            some.forEach(d -> heads.add(head(d)));
            if (last) {
                heads.addAll(List.of(t("Abs."), t("Présence")));
            }
            pages.add(new TableauImprime(
                    t("Registre d’appel\u00a0: {0}", classe.libelle()),
                    classe.ecole(),
                    t(
                                    "{0}. Présence de la classe\u00a0: {1}. A\u00a0: absent, R\u00a0: en retard, –\u00a0: pas attendu, ·\u00a0: présent.",
                                    Mots.mois(feuille.mois()), feuille.taux().phrase())
                            + signed(feuille, signees),
                    heads,
                    feuille.lignes().stream()
                            .map(ligne -> cells(ligne, some, last))
                            .toList()));
        }
        return pages;
    }

    /// Who signed it last, when, and the seal; whether it has changed since.
    static String signed(FeuilleDuMois feuille, List<Signee> signees) {
        if (signees.isEmpty()) {
            return "";
        }
        var last = signees.getLast();
        var said = t(
                "Signé par {0} le {1}, {2}. Sceau\u00a0: {3}.",
                last.auteur(),
                Dates.words(last.signeeLe().atZone(Calendrier.PARIS).toLocalDate()),
                Mots.heure(last.signeeLe()),
                last.empreinte());
        return " " + said
                + (last.contenu().equals(feuille.csv()) ? "" : " " + t("Le registre a changé depuis cette signature."));
    }

    private static List<String> cells(FeuilleDuMois.Ligne ligne, List<DemiJournee> some, boolean last) {
        var cells = new ArrayList<String>(List.of(ligne.nom()));
        some.forEach(d -> cells.add(ligne.signe(d.jour(), d.moment())));
        if (last) {
            cells.add(String.valueOf(ligne.taux().absences()));
            cells.add(ligne.taux().phrase());
        }
        return cells;
    }

    /// « 16 m »: the day, and which half.
    private static String head(DemiJournee demi) {
        return demi.jour().getDayOfMonth() + (demi.moment() == Moment.MATIN ? t("\u00a0m") : t("\u00a0am"));
    }
}
