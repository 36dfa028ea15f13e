package fr.entecole.portail;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.langues.LectureDuCompte;
import fr.entecole.socle.Ouvert;
import fr.entecole.socle.Page;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Region;
import fr.entecole.socle.langue.Langue;
import fr.entecole.socle.langue.LangueDuLecteur;
import fr.entecole.socle.web.Adresse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// « Langues »: choose one, for the account of who is signed in and for this device; and what is said in each, what
/// stays in French, who may help. Each language says it of itself.
@Controller
@Ouvert
class LanguesController {

    private final Region region;
    private final LectureDuCompte lecture;

    LanguesController(Region region, LectureDuCompte lecture) {
        this.region = region;
        this.lecture = lecture;
    }

    @GetMapping("/langues")
    ModelAndView show(Page page, @RequestParam(defaultValue = "") String fait) {
        var who = page.utilisateur();
        return page.titled(t("Langues"))
                .view(
                        "portail/langues",
                        Map.of(
                                "courriel",
                                region.courriel(),
                                "enfant",
                                who != null && who.is(Profil.ELEVE),
                                "fait",
                                fait.equals("choix")));
    }

    @PostMapping("/langues")
    ModelAndView choose(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String langue) {
        Langue.of(langue).filter(page.langues()::contains).ifPresent(chosen -> {
            response.addHeader(HttpHeaders.SET_COOKIE, LangueDuLecteur.cookie(request, chosen));
            var who = page.utilisateur();
            if (who != null) {
                lecture.choose(who.compteId(), chosen);
            }
        });
        return Adresse.go("/langues?fait=choix");
    }

    /// How far a language has come, said in that language.
    static List<String> state(Langue langue) {
        return langue.call(
                () -> langue == Langue.FRANCAIS
                        ? List.of(t("Tout l’ENT-École est écrit en français."))
                        : List.of(
                                t(
                                        "Les feuilles, l’entrée, la charte, l’accueil des parents et les réglages sont dans cette langue. Le reste est en français."),
                                langue.relue()
                                        ? t("Cette traduction a été relue.")
                                        : t(
                                                "Cette traduction n’a pas encore été relue par une personne dont c’est la langue.")));
    }
}
