package fr.entecole.presences.tableaux;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Classes;
import fr.entecole.annuaire.Classes.Classe;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Publics;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.papier.Imprimerie;
import fr.entecole.papier.Imprimerie.Attente;
import fr.entecole.papier.TableauImprime;
import fr.entecole.presences.Choix;
import fr.entecole.presences.Choix.Quoi;
import fr.entecole.presences.services.Servi;
import fr.entecole.presences.services.Servis;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Who eats, stays and studies today, for the commune that serves; nothing anywhere else, nor of another day.
@Pour(Profil.REFERENT_VILLE)
@SousOnglet(OngletsAnnuaire.ECOLES)
@Controller
class NomsLusController {

    private final Servis servis;
    private final Choix choix;
    private final Publics publics;
    private final Classes classes;
    private final Appellations appellations;
    private final Imprimerie imprimerie;

    NomsLusController(
            Servis servis,
            Choix choix,
            Publics publics,
            Classes classes,
            Appellations appellations,
            Imprimerie imprimerie) {
        this.servis = servis;
        this.choix = choix;
        this.publics = publics;
        this.classes = classes;
        this.appellations = appellations;
        this.imprimerie = imprimerie;
    }

    @GetMapping("/presences/ecoles/{ecole}/services")
    ModelAndView names(Page page, Utilisateur utilisateur, @PathVariable UUID ecole) {
        var services = services(utilisateur, ecole);
        var lus = servis.read(ecole, page.aujourdhui());
        return page.titled(t("Qui mange, qui reste aujourd’hui"))
                .view(
                        "presences/tableaux/noms",
                        Map.of(
                                "ecole",
                                ecole,
                                "lieu",
                                appellations.ecoles(List.of(ecole)).getOrDefault(ecole, ""),
                                "services",
                                services,
                                "classes",
                                named(lus),
                                "lus",
                                lus));
    }

    /// A sheet a service.
    @PostMapping("/presences/ecoles/{ecole}/services/impression")
    @Nullable
    ModelAndView print(Page page, Utilisateur utilisateur, HttpServletResponse response, @PathVariable UUID ecole)
            throws IOException {
        var services = services(utilisateur, ecole);
        var lus = servis.read(ecole, page.aujourdhui());
        var named = named(lus);
        var lieu = appellations.ecoles(List.of(ecole)).getOrDefault(ecole, "");
        var tableaux = services.stream()
                .map(service -> new TableauImprime(
                        service.question(),
                        lieu,
                        t(
                                "{0}. La commune s’en occupe, la direction de l’école l’a dit. Feuille du jour\u00a0: ne la gardez pas.",
                                Dates.words(page.aujourdhui())),
                        List.of(t("Élève"), t("Classe"), t("Là")),
                        named.stream()
                                .flatMap(classe -> of(lus, service, classe).stream()
                                        .map(servi -> List.of(servi.nom(), classe.libelle(), "")))
                                .toList()))
                .toList();
        return imprimerie.print(
                page,
                new Attente(Map.of(), "", "/presences/ecoles/" + ecole + "/services", t("Retour à la liste")),
                response,
                () -> {
                    try (var tirage = imprimerie.open(response, "noms-du-jour")) {
                        tirage.add(List.of(TableauImprime.together(tableaux)));
                        tirage.finish();
                    }
                    return null;
                });
    }

    static List<Servi> of(List<Servi> lus, Quoi service, Classe classe) {
        return lus.stream()
                .filter(s -> s.service() == service && s.classe().equals(classe.id()))
                .toList();
    }

    private List<Classe> named(List<Servi> lus) {
        return classes.named(lus.stream().map(Servi::classe).collect(Collectors.toSet()));
    }

    /// Those whose names the head has opened; of a school of their commune.
    private List<Quoi> services(Utilisateur utilisateur, UUID ecole) {
        var commune = utilisateur.commune();
        if (commune == null
                || !publics.ecoles(Public.ofCommune(commune, Qui.DIRECTIONS)).contains(ecole)) {
            throw new Introuvable();
        }
        var wanted = choix.of(ecole);
        var services =
                Quoi.SERVICES.stream().filter(q -> wanted.contains(q.noms())).toList();
        if (services.isEmpty()) {
            throw new Introuvable();
        }
        return services;
    }
}
