package fr.entecole.comptes.feuilles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.impression.MiseEnPage;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Confirmee;
import fr.entecole.socle.web.Adresse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The codes that the region hands: to the heads of open schools, to the people of communes and of the académie.
@Pour(Profil.ADMINISTRATEUR)
@Controller
@RequestMapping("/comptes/region")
class RegionAccesController {

    private static final int SHOWN = 50;
    private static final int ALL = 5_000;
    private static final int LIASSE = 50;

    /// Sheets of one file: what a printer takes in an hour. Those who have none yet come first.
    static final int AT_ONCE = 500;

    private final LectureDesListes listes;
    private final Remise remise;
    private final ImprimerieDesFeuilles imprimerie;

    RegionAccesController(LectureDesListes listes, Remise remise, ImprimerieDesFeuilles imprimerie) {
        this.listes = listes;
        this.remise = remise;
        this.imprimerie = imprimerie;
    }

    /// @param q name, or beginning of the code or of the commune, of a school; beginning of a commune
    @GetMapping
    ModelAndView show(@RequestParam(defaultValue = "") String q, Page page, Utilisateur utilisateur) {
        return page.titled(t("Les accès de la région"))
                .view(
                        "comptes/feuilles/region",
                        Map.of(
                                "recherche",
                                q.strip(),
                                "most",
                                SHOWN,
                                "feuilles",
                                AT_ONCE,
                                "directions",
                                listes.directions(q.strip(), SHOWN),
                                "agents",
                                listes.agents(q.strip(), SHOWN),
                                "moi",
                                utilisateur.personneId()));
    }

    @Confirmee
    @PostMapping("/feuilles")
    @Nullable
    ModelAndView print(Page page, Utilisateur utilisateur, HttpServletResponse response) throws IOException {
        return imprimerie.print(page, Map.of(), response, () -> set(utilisateur, response));
    }

    private @Nullable ModelAndView set(Utilisateur utilisateur, HttpServletResponse response) throws IOException {
        var directions = Acces.sorted(listes.directions("", ALL)).stream()
                .filter(Acces::imprimable)
                .limit(AT_ONCE)
                .toList();
        if (!Remise.prints(directions, utilisateur)) {
            return Adresse.go("/comptes/region");
        }
        try (var tirage = imprimerie.open(response)) {
            var faits = new HashSet<UUID>();
            for (int i = 0; i < directions.size(); i += LIASSE) {
                var next = directions.subList(i, Math.min(i + LIASSE, directions.size())).stream()
                        .filter(a -> faits.add(a.id()))
                        .toList();
                tirage.add(remise.adultes(utilisateur.lieu(), next, MiseEnPage.ORDINAIRE, utilisateur, null));
            }
            tirage.finish();
        }
        return null;
    }
}
