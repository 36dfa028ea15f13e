package fr.entecole.conventions.commune;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.conventions.AvenantRecu;
import fr.entecole.conventions.Avenants;
import fr.entecole.conventions.Convention;
import fr.entecole.conventions.ConventionAccess;
import fr.entecole.conventions.Conventions;
import fr.entecole.conventions.LectureDesConventions;
import fr.entecole.conventions.LettresAuxCommunes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Sends a convention, brings it back signed: the same page for both sides, each its own signature.
@Controller
class SignatureController {

    private final LectureDesConventions lecture;
    private final Conventions conventions;
    private final Avenants avenants;
    private final LettresAuxCommunes lettres;
    private final PdfRecus recus;

    SignatureController(
            LectureDesConventions lecture,
            Conventions conventions,
            Avenants avenants,
            LettresAuxCommunes lettres,
            PdfRecus recus) {
        this.lecture = lecture;
        this.conventions = conventions;
        this.avenants = avenants;
        this.lettres = lettres;
        this.recus = recus;
    }

    @Pour(Profil.REFERENT_VILLE)
    @PostMapping("/conventions/{id}/transmission")
    ModelAndView transmit(Utilisateur utilisateur, @PathVariable UUID id) {
        var convention = lecture.readable(utilisateur, id);
        if (!ConventionAccess.of(utilisateur).writes(convention.communes())) {
            throw new Introuvable();
        }
        return told(id, conventions.transmit(id, utilisateur), "transmise");
    }

    /// @param avenant the one that is signed; none: the convention
    @Pour({Profil.REFERENT_VILLE, Profil.MAIRE, Profil.ADMINISTRATEUR})
    @GetMapping("/conventions/{id}/signature")
    ModelAndView form(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID avenant) {
        return form(
                page,
                utilisateur,
                signable(utilisateur, id),
                avenant,
                page.aujourdhui().toString(),
                List.of());
    }

    @Pour({Profil.REFERENT_VILLE, Profil.MAIRE, Profil.ADMINISTRATEUR})
    @PostMapping("/conventions/{id}/signature")
    ModelAndView sign(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID avenant,
            @RequestParam(defaultValue = "") String jour,
            @RequestParam(defaultValue = "") List<UUID> depots,
            @RequestParam(required = false) @Nullable List<MultipartFile> fichiers) {
        var convention = signable(utilisateur, id);
        boolean region = ConventionAccess.of(utilisateur).region();
        var signatures = found(convention, avenant).map(AvenantRecu::signatures).orElse(convention.signatures());
        var erreurs = new Erreurs();
        var day = day(jour, page, erreurs);
        day.flatMap(d -> signatures.refusal(region, d)).ifPresent(phrase -> erreurs.add("jour", phrase));
        var pieces = recus.take(utilisateur, depots, fichiers, t("convention-signee"), erreurs);
        if (!erreurs.isEmpty() || day.isEmpty()) {
            return form(page.with(erreurs), utilisateur, convention, avenant, jour, pieces);
        }
        return told(
                id,
                avenant == null
                        ? conventions.sign(id, region, day.get(), pieces, utilisateur)
                        : avenants.sign(id, avenant, region, day.get(), pieces, utilisateur),
                "signee");
    }

    /// The commune is written to when its turn has come.
    private ModelAndView told(UUID id, Optional<String> refusal, String fait) {
        if (refusal.isEmpty()) {
            lecture.one(id).ifPresent(lettres::tour);
        }
        return back(id, refusal, fait);
    }

    private static Optional<LocalDate> day(String jour, Page page, Erreurs erreurs) {
        var day = Dates.typed(jour).filter(d -> !d.isAfter(page.aujourdhui()));
        if (day.isEmpty()) {
            erreurs.add(
                    "jour", t("Choisissez le jour que porte le document\u00a0: il est passé, ou c’est aujourd’hui."));
        }
        return day;
    }

    private ModelAndView form(
            Page page,
            Utilisateur utilisateur,
            Convention convention,
            @Nullable UUID avenant,
            String jour,
            List<UUID> depots) {
        int numero = found(convention, avenant).map(AvenantRecu::numero).orElse(0);
        return page.titled(numero == 0 ? t("Déposer la convention signée") : t("Déposer l’avenant signé"))
                .view(
                        "conventions/commune/signature",
                        Map.of(
                                "convention",
                                convention,
                                "avenant",
                                avenant == null ? "" : avenant.toString(),
                                "numero",
                                numero,
                                "region",
                                ConventionAccess.of(utilisateur).region(),
                                "jour",
                                jour,
                                "deja",
                                recus.shown(utilisateur, depots)));
    }

    private static Optional<AvenantRecu> found(Convention convention, @Nullable UUID avenant) {
        if (avenant == null) {
            return Optional.empty();
        }
        return Optional.of(convention.avenants().stream()
                .filter(a -> a.id().equals(avenant))
                .findFirst()
                .orElseThrow(Introuvable::new));
    }

    private Convention signable(Utilisateur utilisateur, UUID id) {
        var convention = lecture.readable(utilisateur, id);
        var access = ConventionAccess.of(utilisateur);
        if (!access.region() && !access.signs(convention.communes())) {
            throw new Introuvable();
        }
        return convention;
    }

    static ModelAndView back(UUID id, Optional<String> refusal, String fait) {
        return Adresse.go("/conventions/{id}?fait={fait}", id, refusal.isEmpty() ? fait : "change");
    }
}
