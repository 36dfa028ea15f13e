package fr.entecole.presences.assiduite;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Familles;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.papier.Imprimerie;
import fr.entecole.papier.Imprimerie.Attente;
import fr.entecole.papier.TableauImprime;
import fr.entecole.presences.ActePresences;
import fr.entecole.presences.Auteur;
import fr.entecole.presences.Mots;
import fr.entecole.socle.Dates;
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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The file for the DASEN, drafted from what is known, on paper: the head reads it, completes it, signs it and sends it
/// under cover of the IEN. The ENT sends nothing.
@SousOnglet({OngletsAnnuaire.CLASSES})
@Controller
class DossierController {

    private final Suivis suivis;
    private final Imprimerie imprimerie;
    private final Appellations appellations;
    private final Familles familles;

    DossierController(Suivis suivis, Imprimerie imprimerie, Appellations appellations, Familles familles) {
        this.suivis = suivis;
        this.imprimerie = imprimerie;
        this.appellations = appellations;
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
        var lieu = appellations.ecoles(Set.of(ecole)).getOrDefault(ecole, "");
        var enfant = familles.ofEcole(ecole, utilisateur.personneId()).stream()
                .flatMap(classe -> classe.eleves().stream())
                .filter(e -> e.id().equals(eleve))
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
                        tirage.add(List.of(TableauImprime.together(
                                List.of(absences(suivi, lieu), guardians(suivi, enfant, lieu), steps(suivi, lieu)))));
                        tirage.finish();
                    }
                    suivis.record(ActePresences.DOSSIER_IMPRIME, ecole, Auteur.of(utilisateur));
                    return null;
                });
    }

    private static TableauImprime absences(Suivi suivi, String lieu) {
        return new TableauImprime(
                t("Signalement d’absences\u00a0: {0}", suivi.nom()),
                lieu,
                t(
                        "À l’attention de la direction académique, sous couvert de l’inspection de circonscription (code de l’éducation, R131-7). {0, plural, one {Une demi-journée} other {# demi-journées}} sans motif légitime en {1}.",
                        suivi.sansMotif(), Mots.mois(suivi.mois())),
                List.of(t("Demi-journée"), t("Motif donné"), t("Légitimité"), t("Décision de la direction")),
                suivi.absences().stream()
                        .map(a -> List.of(
                                Mots.demi(a.demi()),
                                a.legitimite().motif() == null
                                        ? t("Aucune réponse")
                                        : a.legitimite().motif().libelle(),
                                a.legitimite().phrase(),
                                a.decision() == null ? "" : a.decision().motivation()))
                        .toList());
    }

    /// Those in force today, a body among them.
    private static TableauImprime guardians(Suivi suivi, Familles.Eleve enfant, String lieu) {
        return new TableauImprime(
                t("Les responsables\u00a0: {0}", suivi.nom()),
                lieu,
                t("Ceux que l’annuaire donne aujourd’hui. Un organisme n’a pas de compte\u00a0: l’école l’appelle."),
                List.of(t("Responsable"), t("Lien"), t("Téléphone")),
                enfant.responsables().isEmpty()
                        ? List.of(List.of(t("Aucun dans l’annuaire"), "", ""))
                        : enfant.responsables().stream()
                                .map(r -> List.of(
                                        r.nomComplet(),
                                        r.organisme() ? t("organisme") : r.lien(),
                                        String.join("\n", Familles.affiches(r))))
                                .toList());
    }

    private static TableauImprime steps(Suivi suivi, String lieu) {
        return new TableauImprime(
                t("Ce qui a été fait\u00a0: {0}", suivi.nom()),
                lieu,
                t(
                        "Depuis la rentrée\u00a0: présent {0} des demi-journées. À compléter, dater et signer par la direction.",
                        suivi.annee().phrase()),
                List.of(t("Étape"), t("Jour"), t("Compte rendu")),
                suivi.etapes().isEmpty()
                        ? List.of(List.of(t("Aucune étape notée"), "", ""))
                        : suivi.etapes().stream()
                                .map(e -> List.of(e.sorte().libelle(), Dates.words(e.jour()), e.note()))
                                .toList());
    }
}
