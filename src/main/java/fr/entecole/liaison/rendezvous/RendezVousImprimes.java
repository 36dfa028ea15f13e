package fr.entecole.liaison.rendezvous;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.papier.TableauImprime;
import java.util.List;

/// Meetings on paper, in their order, with a line for each slot, taken or not.
final class RendezVousImprimes {

    private RendezVousImprimes() {}

    static TableauImprime of(String titre, Proposition proposition) {
        return new TableauImprime(
                titre,
                proposition.lieu(),
                t(
                        "{0, plural, =0 {Aucun rendez-vous pris} one {Un rendez-vous pris} other {# rendez-vous pris}} sur {1}",
                        proposition.pris(), proposition.creneaux().size()),
                List.of(t("Jour"), t("Heure"), t("Élève"), t("Qui vient")),
                proposition.creneaux().stream()
                        .map(c -> List.of(
                                Heures.title(Heures.jour(c.debut())),
                                Heures.span(c.debut(), c.fin()),
                                c.prise() == null ? t("libre") : c.prise().eleveNom(),
                                c.prise() == null ? "" : c.prise().responsableNom()))
                        .toList());
    }
}
