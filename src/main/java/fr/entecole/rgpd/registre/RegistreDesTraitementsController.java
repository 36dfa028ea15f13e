package fr.entecole.rgpd.registre;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.papier.Imprimerie;
import fr.entecole.papier.Imprimerie.Attente;
import fr.entecole.papier.TableauImprime;
import fr.entecole.rgpd.Valeurs;
import fr.entecole.socle.Dates;
import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.DonneesPersonnelles.Traitement;
import fr.entecole.socle.Ouvert;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Region;
import fr.entecole.socle.contrats.ActiviteDeclaree;
import fr.entecole.socle.contrats.ActiviteDeclaree.Activite;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// An administration's register is for whoever asks for it: a page without an account, and the same on paper.
@Controller
class RegistreDesTraitementsController {

    private static final String PAGE = "/donnees-personnelles/registre";

    private final List<ActiviteDeclaree> activites;
    private final Map<String, DonneesPersonnelles> modules;
    private final Region region;
    private final Imprimerie imprimerie;

    RegistreDesTraitementsController(
            List<ActiviteDeclaree> activites, List<DonneesPersonnelles> modules, Region region, Imprimerie imprimerie) {
        this.activites = activites;
        this.modules = modules.stream().collect(Collectors.toMap(DonneesPersonnelles::schema, Function.identity()));
        this.region = region;
        this.imprimerie = imprimerie;
    }

    @Ouvert
    @GetMapping(PAGE)
    ModelAndView show(Page page) {
        return page.titled(t("Registre des traitements"))
                .view("rgpd/registre/registre", Map.of("entrees", entries(), "region", region));
    }

    @Pour({Profil.DPO, Profil.ADMINISTRATEUR})
    @PostMapping("/rgpd/registre/impression")
    @Nullable
    ModelAndView print(Page page, HttpServletResponse response) throws IOException {
        var attente = new Attente(Map.of(), "", PAGE, t("Retour au registre"));
        return imprimerie.print(page, attente, response, () -> {
            try (var tirage = imprimerie.open(response, "registre-des-traitements-" + page.aujourdhui())) {
                var tableaux = new ArrayList<TableauImprime>();
                for (var entree : entries()) {
                    tableaux.add(tableau(entree, page));
                }
                tirage.add(List.of(TableauImprime.together(tableaux)));
                tirage.finish();
            }
            return null;
        });
    }

    private TableauImprime tableau(Entree entree, Page page) {
        var activite = entree.activite();
        return new TableauImprime(
                activite.nom(),
                t("Registre des traitements de l’ENT-École, {0}, le {1}", region.nom(), Dates.words(page.aujourdhui())),
                String.join(
                        " · ",
                        activite.finalite(),
                        activite.base().mot(),
                        t("Concerne : {0}", activite.personnes()),
                        t("Lu par : {0}", activite.destinataires())),
                List.of(t("Donnée"), t("D’où elle vient"), t("Gardée")),
                entree.donnees().stream()
                        .map(one -> List.of(one.donnees(), one.source(), Valeurs.duree(one.duree())))
                        .toList());
    }

    /// In the order of their names.
    private List<Entree> entries() {
        return activites.stream()
                .map(one -> new Entree(
                        one.read(),
                        Objects.requireNonNull(modules.get(one.schema()), one.schema())
                                .describe()))
                .sorted(Comparator.comparing(entree -> entree.activite().nom()))
                .toList();
    }

    /// One processing: what for, then what is held.
    record Entree(Activite activite, List<Traitement> donnees) {}
}
