package fr.entecole.liaison.images;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.liaison.images.Registre.Refus;
import fr.entecole.papier.Feuillet;
import fr.entecole.papier.TableauImprime;
import fr.entecole.socle.Dates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Whom not to show, on paper: a line for each child of each project.
record RefusImprimes(Collection<List<Refus>> projets, LocalDate today) {

    Feuillet feuillet() {
        var lines = new ArrayList<List<String>>();
        projets.forEach(projet -> projet.forEach(refus -> lines.add(line(refus))));
        if (lines.isEmpty()) {
            lines.add(List.of(t("Personne"), "", "", ""));
        }
        return new TableauImprime(
                        t("Qui ne pas montrer"),
                        "",
                        t("Liste du {0}. À détruire dès qu’une autre la remplace.", Dates.words(today)),
                        List.of(t("Élève"), t("Pourquoi"), t("Projet"), t("Où et quand")),
                        lines)
                .feuillet();
    }

    private static List<String> line(Refus refus) {
        var projet = refus.projet();
        return List.of(refus.eleve(), refus.pourquoi().titre(), projet.finalite(), projet.ou() + "\n" + projet.duree());
    }
}
