package fr.entecole.conventions.signature;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.facteur.Exigences;
import fr.entecole.conventions.AvenantRecu;
import fr.entecole.conventions.Convention;
import fr.entecole.conventions.LectureDesConventions;
import fr.entecole.conventions.LettresAuxCommunes;
import fr.entecole.conventions.regles.Attente;
import fr.entecole.papier.Imprimerie;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Confirmee;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The signatory of the commune signs here what they have read, where their signature is awaited.
@Pour(Profil.MAIRE)
@Controller
class SignatureEnLigneController {

    private final LectureDesConventions lecture;
    private final SignatureEnLigne signature;
    private final Imprimerie imprimerie;
    private final Exigences exigences;
    private final LettresAuxCommunes lettres;

    SignatureEnLigneController(
            LectureDesConventions lecture,
            SignatureEnLigne signature,
            Imprimerie imprimerie,
            Exigences exigences,
            LettresAuxCommunes lettres) {
        this.lecture = lecture;
        this.signature = signature;
        this.imprimerie = imprimerie;
        this.exigences = exigences;
        this.lettres = lettres;
    }

    /// @param avenant the one to be signed; none: the convention
    @GetMapping("/conventions/{id}/signer")
    ModelAndView read(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID avenant) {
        var convention = lecture.readable(utilisateur, id);
        return form(page, convention, awaited(convention, avenant, page));
    }

    @Confirmee
    @PostMapping("/conventions/{id}/signer")
    @Nullable
    ModelAndView sign(
            Page page,
            Utilisateur utilisateur,
            HttpServletResponse response,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID avenant,
            @RequestParam(defaultValue = "false") boolean lu)
            throws IOException {
        var convention = lecture.readable(utilisateur, id);
        var found = awaited(convention, avenant, page);
        if (!lu) {
            return form(
                    page.with(Erreurs.of("lu", t("Cochez la case quand vous avez lu le document."))),
                    convention,
                    found);
        }
        if (!exigences.suffices(utilisateur)) {
            return form(
                    page.with(
                            Erreurs.of(
                                    "lu",
                                    t(
                                            "Signer demande une seconde preuve\u00a0: ajoutez-la dans Mon compte, puis revenez. Rien n’est signé."))),
                    convention,
                    found);
        }
        return imprimerie.print(
                page,
                new Imprimerie.Attente(
                        avenant == null ? Map.of("lu", "true") : Map.of("lu", "true", "avenant", avenant.toString()),
                        t("Rien n’est encore signé."),
                        "/conventions/" + id,
                        t("Retour à la convention")),
                response,
                () -> {
                    var refusal = signature.sign(convention, found, utilisateur);
                    if (refusal.isEmpty()) {
                        lecture.one(id).ifPresent(lettres::tour);
                    }
                    return Adresse.go("/conventions/{id}?fait={fait}", id, refusal.isEmpty() ? "signee" : "change");
                });
    }

    private static ModelAndView form(Page page, Convention convention, @Nullable AvenantRecu avenant) {
        return page.titled(t("Signer"))
                .view(
                        "conventions/signature/signer",
                        Map.of(
                                "convention",
                                convention,
                                "avenant",
                                avenant == null ? "" : avenant.id().toString(),
                                "numero",
                                avenant == null ? 0 : avenant.numero()));
    }

    /// What awaits the signature of the commune; null: the convention itself.
    private static @Nullable AvenantRecu awaited(Convention convention, @Nullable UUID avenant, Page page) {
        var attentes = convention.attentes(page.aujourdhui());
        if (avenant == null) {
            if (!attentes.contains(Attente.SIGNATURE_COMMUNE)) {
                throw new Introuvable();
            }
            return null;
        }
        return convention.avenants().stream()
                .filter(a -> a.id().equals(avenant) && a.commune() == null)
                .findFirst()
                .orElseThrow(Introuvable::new);
    }
}
