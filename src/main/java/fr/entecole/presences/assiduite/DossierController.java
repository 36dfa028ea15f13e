package fr.entecole.presences.assiduite;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Familles;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.papier.Feuillet;
import fr.entecole.papier.Imprimerie;
import fr.entecole.papier.Imprimerie.Attente;
import fr.entecole.presences.ActePresences;
import fr.entecole.presences.Auteur;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The file for the DASEN, a letter drafted from what is known: the head reads it, completes it, signs it and sends it
/// under cover of the IEN. The ENT sends nothing.
@SousOnglet({OngletsAnnuaire.CLASSES})
@Controller
class DossierController {

    private final Suivis suivis;
    private final Imprimerie imprimerie;
    private final Familles familles;

    DossierController(Suivis suivis, Imprimerie imprimerie, Familles familles) {
        this.suivis = suivis;
        this.imprimerie = imprimerie;
        this.familles = familles;
    }

    @Pour(Profil.DIRECTEUR)
    @PostMapping("/presences/ecoles/{ecole}/eleves/{eleve}/dossier")
    @Nullable
    ModelAndView print(
            Page page,
            Utilisateur utilisateur,
            HttpServletResponse response,
            @PathVariable UUID ecole,
            @PathVariable UUID eleve,
            @RequestParam(defaultValue = "") String mois)
            throws IOException {
        PageDeLAssiduite.directs(utilisateur, ecole);
        var month = PageDeLAssiduite.mois(mois, page.aujourdhui());
        var suivi = suivis.of(ecole, eleve, month).orElseThrow(Introuvable::new);
        var lettre = familles.ofEcole(ecole, utilisateur.personneId()).stream()
                .flatMap(classe -> classe.eleves().stream()
                        .filter(e -> e.id().equals(eleve))
                        .map(e -> Map.<String, Object>of(
                                "suivi",
                                suivi,
                                "classe",
                                classe,
                                "enfant",
                                e,
                                "direction",
                                utilisateur.nomComplet(),
                                "jour",
                                page.aujourdhui())))
                .findFirst()
                .orElseThrow(Introuvable::new);
        return imprimerie.print(
                page,
                new Attente(
                        Map.of("mois", mois),
                        t("Rien n’est parti\u00a0: vous seul envoyez ce dossier."),
                        "/presences/assiduite",
                        t("Retour à l’assiduité")),
                response,
                () -> {
                    try (var tirage = imprimerie.open(response, "dossier-assiduite-" + month)) {
                        tirage.add(List.of(Feuillet.styled(
                                "presences/assiduite/dossier",
                                lettre,
                                "/fr/entecole/presences/assiduite/dossier.css")));
                        tirage.finish();
                    }
                    suivis.record(ActePresences.DOSSIER_IMPRIME, ecole, Auteur.of(utilisateur));
                    return null;
                });
    }
}
