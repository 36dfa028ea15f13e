package fr.entecole.comptes.preuves;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.facteur.AppareilsSurs;
import fr.entecole.comptes.facteur.Cles;
import fr.entecole.comptes.facteur.Exigences;
import fr.entecole.comptes.facteur.FacteurDeSession;
import fr.entecole.comptes.facteur.Facteurs;
import fr.entecole.papier.CarreAEcran;
import fr.entecole.socle.Page;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// The pages of one's own second factor that more than one gesture leads to: the list, and the ten codes.
@Component
class PagesDesPreuves {

    private final Facteurs facteurs;
    private final Exigences exigences;
    private final Comptes comptes;
    private final Cles cles;
    private final AppareilsSurs surs;

    PagesDesPreuves(Facteurs facteurs, Exigences exigences, Comptes comptes, Cles cles, AppareilsSurs surs) {
        this.surs = surs;
        this.facteurs = facteurs;
        this.exigences = exigences;
        this.comptes = comptes;
        this.cles = cles;
    }

    /// @param fait what was just done: `ajout`, `retrait`
    ModelAndView list(Page page, Utilisateur utilisateur, String fait, HttpSession session) {
        var compte = utilisateur.compteId();
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("facteurs", facteurs.of(compte));
        model.put("secours", facteurs.codesLeft(compte));
        model.put("exige", exigences.concerns(utilisateur));
        model.put("bloque", FacteurDeSession.blocks(session));
        model.put("avant", FacteurDeSession.before(session).orElse(null));
        model.put("fait", fait);
        model.put("surs", surs.count(compte));
        model.put("creation", creation(utilisateur, session));
        return page.titled(t("Ma seconde preuve")).view("comptes/preuves/miennes", model);
    }

    private String creation(Utilisateur utilisateur, HttpSession session) {
        if (!cles.offered()) {
            return "";
        }
        var compte = utilisateur.compteId();
        return cles.creation(
                compte, comptes.login(compte), utilisateur.nomComplet(), FacteurDeSession.challenge(session));
    }

    /// What a telephone is to be told, as long as its first code is waited for.
    ///
    /// @param nom as its owner calls it
    ModelAndView share(Page page, Utilisateur utilisateur, String nom, HttpServletResponse response) {
        var compte = utilisateur.compteId();
        noStore(response);
        return facteurs.begun(compte, comptes.login(compte))
                .map(partage -> page.titled(t("Ajouter un téléphone"))
                        .view(
                                "comptes/preuves/telephone",
                                Map.of(
                                        "carre", CarreAEcran.of(partage.adresse()),
                                        "partage", partage,
                                        "nom", nom)))
                .orElseGet(() -> Adresse.go(FacteurDeSession.MIENS));
    }

    /// With the first one come the ten codes.
    ModelAndView added(
            Page page, UUID compte, boolean first, HttpServletRequest request, HttpServletResponse response) {
        FacteurDeSession.added(request.getSession());
        return first ? codes(page, compte, request, response) : Adresse.go(FacteurDeSession.MIENS + "?fait=ajout");
    }

    /// Seen once: drawn again, the former ones serve no more.
    ModelAndView codes(Page page, UUID compte, HttpServletRequest request, HttpServletResponse response) {
        noStore(response);
        return page.titled(t("Vos codes de secours"))
                .view(
                        "comptes/preuves/secours",
                        Map.of(
                                "codes",
                                facteurs.drawCodes(compte, request.getRemoteAddr()),
                                "suite",
                                FacteurDeSession.take(request.getSession())));
    }

    private static void noStore(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    }
}
