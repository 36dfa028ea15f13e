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

/// The signatory of a side signs here what they have read, where their signature is awaited.
@Pour({Profil.MAIRE, Profil.ADMINISTRATEUR})
@Controller
class SignatureEnLigneController {

    private final LectureDesConventions lecture;
    private final SignatureEnLigne signature;
    private final Habilitations habilitations;
    private final Imprimerie imprimerie;
    private final Exigences exigences;
    private final LettresAuxCommunes lettres;

    SignatureEnLigneController(
            LectureDesConventions lecture,
            SignatureEnLigne signature,
            Habilitations habilitations,
            Imprimerie imprimerie,
            Exigences exigences,
            LettresAuxCommunes lettres) {
        this.lecture = lecture;
        this.signature = signature;
        this.habilitations = habilitations;
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
        var pour = pour(utilisateur, page);
        return form(page, convention, awaited(convention, avenant, pour != null, page), pour);
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
        var pour = pour(utilisateur, page);
        var found = awaited(convention, avenant, pour != null, page);
        if (!lu) {
            return form(
                    page.with(Erreurs.of("lu", t("Cochez la case quand vous avez lu le document."))),
                    convention,
                    found,
                    pour);
        }
        if (!exigences.suffices(utilisateur)) {
            return form(
                    page.with(
                            Erreurs.of(
                                    "lu",
                                    t(
                                            "Signer demande une seconde preuve\u00a0: ajoutez-la dans Mon compte, puis revenez. Rien n’est signé."))),
                    convention,
                    found,
                    pour);
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
                    var refusal = signature.sign(convention, found, utilisateur, pour);
                    if (refusal.isEmpty()) {
                        lecture.one(id).ifPresent(lettres::tour);
                    }
                    return Adresse.go("/conventions/{id}?fait={fait}", id, refusal.isEmpty() ? "signee" : "change");
                });
    }

    /// By which they sign for the region; null: they are the commune’s.
    private @Nullable Habilitation pour(Utilisateur utilisateur, Page page) {
        return utilisateur.is(Profil.MAIRE)
                ? null
                : habilitations.of(utilisateur, page.aujourdhui()).orElseThrow(Introuvable::new);
    }

    private static ModelAndView form(
            Page page, Convention convention, @Nullable AvenantRecu avenant, @Nullable Habilitation pour) {
        return page.titled(t("Signer"))
                .view(
                        "conventions/signature/signer",
                        Map.of(
                                "convention",
                                convention,
                                "avenant",
                                avenant == null ? "" : avenant.id().toString(),
                                "numero",
                                avenant == null ? 0 : avenant.numero(),
                                "qualite",
                                pour == null ? "" : pour.qualite()));
    }

    /// What awaits the signature of that side; null: the convention itself.
    private static @Nullable AvenantRecu awaited(
            Convention convention, @Nullable UUID avenant, boolean region, Page page) {
        var attentes = convention.attentes(page.aujourdhui());
        if (avenant == null) {
            if (!attentes.contains(region ? Attente.SIGNATURE_REGION : Attente.SIGNATURE_COMMUNE)) {
                throw new Introuvable();
            }
            return null;
        }
        return convention.avenants().stream()
                .filter(a -> a.id().equals(avenant))
                .filter(a -> region ? a.region() == null && a.commune() != null : a.commune() == null)
                .findFirst()
                .orElseThrow(Introuvable::new);
    }
}
