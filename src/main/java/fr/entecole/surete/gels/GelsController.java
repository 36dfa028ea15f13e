package fr.entecole.surete.gels;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Confirmee;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import fr.entecole.socle.web.Option;
import fr.entecole.surete.Palier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Freezing the sending of a profile, and reopening it by steps.
@SousOnglet({OngletsAnnuaire.ECOLE, OngletsAnnuaire.ANNUAIRE})
@Pour({Profil.DIRECTEUR, Profil.ADMINISTRATEUR})
@Controller
@RequestMapping("/surete/gels")
class GelsController {

    private static final String REGION = "REGION";

    private final Gels gels;
    private final Appellations appellations;
    private final JdbcClient jdbc;

    GelsController(Gels gels, Appellations appellations, JdbcClient jdbc) {
        this.gels = gels;
        this.appellations = appellations;
        this.jdbc = jdbc;
    }

    @GetMapping("/nouveau")
    ModelAndView ask(Page page, Utilisateur utilisateur) {
        return form(page, utilisateur, GelForm.empty());
    }

    /// @param geste `demander`: says first whom it would stop
    @Confirmee
    @PostMapping
    ModelAndView freeze(
            Page page,
            Utilisateur utilisateur,
            @ModelAttribute GelForm form,
            @RequestParam(defaultValue = "") String geste) {
        var erreurs = form.erreurs();
        var lieu = lieu(utilisateur, form);
        if (lieu.isEmpty() && form.ecole().isEmpty()) {
            erreurs.add("lieu", t("Choisissez où."));
        } else if (lieu.isEmpty()) {
            erreurs.add("ecole", t("Aucune école n’a ce code. Un code ressemble à 0110358E."));
        }
        if (lieu.isEmpty() || !erreurs.isEmpty()) {
            return form(page.with(erreurs), utilisateur, form);
        }
        var where = lieu.get();
        var publics = form.profils().stream().map(where.pour).toList();
        var words = t(
                "{0}\u00a0: {1}",
                form.profils().stream().map(GelForm::mot).collect(Collectors.joining(", ")), where.nom);
        if (geste.equals("demander")) {
            return page.titled(t("Mettre des envois en pause\u00a0?"))
                    .view("surete/gels/confirmer", Map.of("form", form, "lieu", words, "portee", gels.reach(publics)));
        }
        return Adresse.go("/surete/gels/{id}", gels.freeze(where.ecole, publics, words, form.motif(), utilisateur));
    }

    @GetMapping("/{id}")
    ModelAndView show(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        return page.titled(t("Des envois en pause")).view("surete/gels/gel", Map.of("gel", theirs(utilisateur, id)));
    }

    @PostMapping("/{id}/palier")
    ModelAndView ease(Utilisateur utilisateur, @PathVariable UUID id, @RequestParam(defaultValue = "") String palier) {
        theirs(utilisateur, id);
        gels.ease(id, palier.equals(Palier.PEU.name()) ? Palier.PEU : Palier.TOUT, utilisateur);
        return Adresse.go("/surete/gels/{id}", id);
    }

    private Gel theirs(Utilisateur utilisateur, UUID id) {
        return gels.one(id)
                .filter(gel -> GelAccess.of(utilisateur).decides(gel.ecole()))
                .orElseThrow(Introuvable::new);
    }

    private ModelAndView form(Page page, Utilisateur utilisateur, GelForm form) {
        return page.titled(t("Mettre des envois en pause"))
                .view(
                        "surete/gels/nouveau",
                        Map.of(
                                "form",
                                form,
                                "lieux",
                                offered(utilisateur),
                                "partout",
                                utilisateur.is(Profil.ADMINISTRATEUR)));
    }

    private List<Option> offered(Utilisateur utilisateur) {
        List<Option> lieux = new ArrayList<>();
        if (utilisateur.is(Profil.ADMINISTRATEUR)) {
            lieux.add(new Option(REGION, t("Toute la région"), ""));
            departements().forEach(d -> lieux.add(new Option(d, departement(d), "")));
        } else {
            appellations
                    .ecoles(Perimetre.of(utilisateur).ecolesDirected())
                    .forEach((id, nom) -> lieux.add(new Option(id.toString(), nom, "")));
        }
        return lieux;
    }

    private List<String> departements() {
        return jdbc.sql("select distinct left(uai, 3) as code from annuaire.lieu order by 1")
                .query((rs, _) -> Objects.requireNonNull(rs.getString("code")))
                .list();
    }

    private static String departement(String code) {
        return t("Le département {0}", code.replaceFirst("^0", ""));
    }

    private Optional<Lieu> lieu(Utilisateur utilisateur, GelForm form) {
        var lieu = form.lieu();
        if (!utilisateur.is(Profil.ADMINISTRATEUR)) {
            return Perimetre.of(utilisateur).ecolesDirected().stream()
                    .filter(ecole -> ecole.toString().equals(lieu))
                    .findFirst()
                    .map(this::ecole);
        }
        if (!form.ecole().isEmpty()) {
            return jdbc.sql("select ecole_id from annuaire.lieu where uai = :uai")
                    .param("uai", form.ecole().toUpperCase(Locale.ROOT))
                    .query(UUID.class)
                    .optional()
                    .map(this::ecole);
        }
        if (lieu.equals(REGION)) {
            return Optional.of(new Lieu(Cle.PARTOUT, t("toute la région"), Public::ofRegion));
        }
        return departements().contains(lieu)
                ? Optional.of(new Lieu(Cle.PARTOUT, departement(lieu), qui -> Public.ofDepartement(lieu, qui)))
                : Optional.empty();
    }

    private Lieu ecole(UUID ecole) {
        return new Lieu(
                ecole,
                appellations.ecoles(List.of(ecole)).getOrDefault(ecole, t("une école")),
                qui -> Public.ofEcole(ecole, qui));
    }

    private record Lieu(UUID ecole, String nom, Function<Qui, Public> pour) {}
}
