package fr.entecole.comptes.charte;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.OngletsComptes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The region's desk of the five texts: their versions, and a new one, seen as people will before it is published.
@SousOnglet(OngletsComptes.COMPTES)
@Pour(Profil.ADMINISTRATEUR)
@Controller
class ChartesController {

    private final Chartes chartes;
    private final Clock clock;

    ChartesController(Chartes chartes, Clock clock) {
        this.chartes = chartes;
        this.clock = clock;
    }

    @GetMapping("/comptes/chartes")
    ModelAndView list(Page page) {
        Map<Texte, List<Charte>> versions = new EnumMap<>(Texte.class);
        versions.putAll(chartes.all().stream().collect(Collectors.groupingBy(Charte::texte)));
        return page.titled(t("Chartes"))
                .view("comptes/charte/chartes", Map.of("versions", versions, "aujourdhui", LocalDate.now(clock)));
    }

    @GetMapping("/comptes/chartes/{id}")
    ModelAndView show(Page page, @PathVariable UUID id) {
        return chartes.byId(id)
                .map(c ->
                        page.titled(t("Une version de la charte")).view("comptes/charte/version", Map.of("charte", c)))
                .orElseThrow(Introuvable::new);
    }

    /// The form begins with the version it follows.
    @GetMapping("/comptes/chartes/{id}/suivante")
    ModelAndView write(Page page, @PathVariable UUID id) {
        return chartes.byId(id)
                .map(c -> form(
                        page,
                        c.texte(),
                        c.corps(),
                        LocalDate.now(clock).plusDays(1).toString()))
                .orElseThrow(Introuvable::new);
    }

    @PostMapping("/comptes/chartes")
    ModelAndView publish(
            Page page,
            Utilisateur utilisateur,
            @RequestParam @Nullable Texte texte,
            @RequestParam(defaultValue = "") String corps,
            @RequestParam(defaultValue = "") String effet,
            @RequestParam(defaultValue = "apercu") String geste) {
        if (texte == null) {
            return list(page);
        }
        var words = corps.replace("\r\n", "\n").strip();
        var erreurs = new Erreurs();
        var jour = Dates.typed(effet).orElse(null);
        if (jour == null || jour.isBefore(LocalDate.now(clock))) {
            erreurs.add("effet", t("Choisissez un jour, aujourd’hui ou plus tard."));
        }
        CorpsDeCharte.refusal(texte, words).ifPresent(why -> erreurs.add("corps", why));
        if (!erreurs.isEmpty() || jour == null) {
            return form(page.with(erreurs), texte, words, effet);
        }
        return switch (geste) {
            case "publier" -> {
                chartes.publish(texte, words, jour, utilisateur.compteId());
                yield Adresse.go("/comptes/chartes");
            }
            case "reprendre" -> form(page, texte, words, effet);
            default ->
                page.titled(t("Aperçu de la charte"))
                        .view(
                                "comptes/charte/apercu",
                                Map.of(
                                        "texte", texte,
                                        "corps", words,
                                        "lu", CorpsDeCharte.parse(words),
                                        "effet", jour));
        };
    }

    private static ModelAndView form(Page page, Texte texte, String corps, String effet) {
        return page.titled(t("Nouvelle version de la charte"))
                .view("comptes/charte/nouvelle", Map.of("texte", texte, "corps", corps, "effet", effet));
    }
}
