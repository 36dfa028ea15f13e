package fr.entecole.conventions.titres;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.conventions.ConventionAccess;
import fr.entecole.papier.Imprimerie;
import fr.entecole.papier.Imprimerie.Attente;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One titre, as the region and the commune read it: on paper, contested by the one, cancelled by the other.
@Controller
class TitreController {

    private static final int LONGEST = 500;

    private final LectureDesTitres lecture;
    private final Titres titres;
    private final Imprimerie imprimerie;

    TitreController(LectureDesTitres lecture, Titres titres, Imprimerie imprimerie) {
        this.lecture = lecture;
        this.titres = titres;
        this.imprimerie = imprimerie;
    }

    @Pour({Profil.REFERENT_VILLE, Profil.MAIRE, Profil.FINANCES, Profil.ADMINISTRATEUR})
    @GetMapping("/conventions/titres/{id}")
    ModelAndView show(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        return page(page, utilisateur, readable(utilisateur, id), "");
    }

    private static ModelAndView page(Page page, Utilisateur utilisateur, Titre titre, String motif) {
        return page.titled(titre.nom())
                .view(
                        "conventions/titres/titre",
                        Map.of("titre", titre, "acces", ConventionAccess.of(utilisateur), "motif", motif));
    }

    @Pour(Profil.ADMINISTRATEUR)
    @PostMapping("/conventions/titres/{id}/annulation")
    ModelAndView cancel(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String motif,
            @RequestParam(defaultValue = "false") boolean paye) {
        var titre = readable(utilisateur, id);
        var refusal = reason(motif);
        if (titre.paye().positive() && !paye) {
            refusal.add(
                    "paye",
                    t(
                            "{0} sont déjà payés sur ce titre\u00a0: cochez la case si vous l’annulez en le sachant.",
                            titre.paye().chiffres()));
        }
        if (!refusal.isEmpty()) {
            return page(page.with(refusal), utilisateur, titre, motif);
        }
        return titres.cancel(id, motif.strip(), utilisateur)
                .map(counter -> Adresse.go("/conventions/titres/{id}", counter))
                .orElseGet(() -> page(
                        page.with(Erreurs.of("motif", t("Ce titre est déjà annulé. Rien n’a été fait."))),
                        utilisateur,
                        titre,
                        motif));
    }

    @Pour({Profil.REFERENT_VILLE, Profil.FINANCES})
    @PostMapping("/conventions/titres/{id}/contestation")
    ModelAndView contest(
            Page page, Utilisateur utilisateur, @PathVariable UUID id, @RequestParam(defaultValue = "") String motif) {
        var titre = readable(utilisateur, id);
        var refusal = reason(motif);
        if (titre.annule() || titre.isReduction()) {
            refusal.add("motif", t("Ce titre est annulé\u00a0: il n’y a rien à contester."));
        }
        if (!refusal.isEmpty()) {
            return page(page.with(refusal), utilisateur, titre, motif);
        }
        titres.contest(titre, motif.strip(), utilisateur);
        return Adresse.go("/conventions/{id}?fait=conteste", titre.convention());
    }

    @Pour(Profil.ADMINISTRATEUR)
    @PostMapping("/conventions/titres/{id}/reponse")
    ModelAndView answer(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reponse) {
        var titre = readable(utilisateur, id);
        if (reponse.isBlank() || reponse.length() > LONGEST) {
            return page(
                    page.with(Erreurs.of("reponse", t("Dites pourquoi, en {0} caractères au plus.", LONGEST))),
                    utilisateur,
                    titre,
                    reponse);
        }
        return titres.answer(id, reponse.strip(), utilisateur)
                ? Adresse.go("/conventions/titres/{id}", id)
                : page(
                        page.with(Erreurs.of("reponse", t("Une réponse est déjà donnée. Rien n’a été fait."))),
                        utilisateur,
                        readable(utilisateur, id),
                        reponse);
    }

    private static Erreurs reason(String motif) {
        return motif.isBlank() || motif.length() > LONGEST
                ? Erreurs.of("motif", t("Dites pourquoi, en {0} caractères au plus.", LONGEST))
                : new Erreurs();
    }

    @Pour({Profil.REFERENT_VILLE, Profil.MAIRE, Profil.FINANCES, Profil.ADMINISTRATEUR})
    @PostMapping("/conventions/titres/{id}/document")
    @Nullable
    ModelAndView document(Page page, Utilisateur utilisateur, HttpServletResponse response, @PathVariable UUID id)
            throws IOException {
        var titre = readable(utilisateur, id);
        return imprimerie.print(
                page,
                new Attente(
                        Map.of(),
                        t("Le titre reste tel qu’il est."),
                        "/conventions/titres/" + id,
                        t("Retour au titre")),
                response,
                () -> {
                    try (var tirage = imprimerie.open(response, "titre-" + titre.reference())) {
                        tirage.add(List.of(TitreImprime.of(titre)));
                        tirage.finish();
                    }
                    return null;
                });
    }

    private Titre readable(Utilisateur utilisateur, UUID id) {
        return lecture.one(id)
                .filter(t -> ConventionAccess.of(utilisateur).reads(t.communes()))
                .orElseThrow(Introuvable::new);
    }
}
