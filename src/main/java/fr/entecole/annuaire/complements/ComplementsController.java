package fr.entecole.annuaire.complements;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.complements.ComplementsRecus.Donne;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Where files are given: for one school by its head or the region, for many by the region.
@SousOnglet({OngletsAnnuaire.ECOLE, OngletsAnnuaire.ECOLES})
@Controller
class ComplementsController {

    private final ComplementsRecus recus;
    private final ComplementsDeposes complements;
    private final Appellations noms;

    ComplementsController(ComplementsRecus recus, ComplementsDeposes complements, Appellations noms) {
        this.recus = recus;
        this.complements = complements;
        this.noms = noms;
    }

    @Pour({Profil.DIRECTEUR, Profil.ADMINISTRATEUR})
    @GetMapping("/annuaire/ecoles/{ecole}/complements")
    ModelAndView list(Page page, Utilisateur utilisateur, @PathVariable UUID ecole) {
        return view(page, utilisateur, ecole);
    }

    @Pour({Profil.DIRECTEUR, Profil.ADMINISTRATEUR})
    @PostMapping("/annuaire/ecoles/{ecole}/complements")
    ModelAndView take(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @RequestParam(required = false) @Nullable List<MultipartFile> fichiers)
            throws IOException {
        name(utilisateur, ecole);
        return deposit(page, utilisateur, ecole, fichiers);
    }

    @Pour(Profil.ADMINISTRATEUR)
    @GetMapping("/annuaire/complements")
    ModelAndView region(Page page, Utilisateur utilisateur) {
        return view(page, utilisateur, null);
    }

    @Pour(Profil.ADMINISTRATEUR)
    @PostMapping("/annuaire/complements")
    ModelAndView takeOfTheRegion(
            Page page, Utilisateur utilisateur, @RequestParam(required = false) @Nullable List<MultipartFile> fichiers)
            throws IOException {
        return deposit(page, utilisateur, null, fichiers);
    }

    private ModelAndView deposit(
            Page page, Utilisateur utilisateur, @Nullable UUID ecole, @Nullable List<MultipartFile> fichiers)
            throws IOException {
        var donnes = (fichiers == null ? List.<MultipartFile>of() : fichiers)
                .stream()
                        .map(fichier -> Donne.of(fichier.getOriginalFilename(), fichier.getSize(), fichier))
                        .toList();
        var lus = recus.read(ecole, donnes);
        if (!lus.faute().isEmpty()) {
            return view(page.with(Erreurs.of("fichiers", lus.faute())), utilisateur, ecole);
        }
        var ids = lus.fichiers().stream()
                .map(recu -> complements.deposit(
                        recu.ecole(), recu.nom(), recu.genre(), recu.octets(), utilisateur.personneId()))
                .toList();
        return ids.size() == 1 ? Adresse.go("/annuaire/complements/" + ids.getFirst()) : Adresse.go(address(ecole));
    }

    private ModelAndView view(Page page, Utilisateur utilisateur, @Nullable UUID ecole) {
        var titre = ecole == null
                ? t("Compléter l’annuaire de la région par un fichier")
                : t("Compléter l’annuaire par un fichier");
        var deposes = ecole == null ? complements.by(utilisateur) : complements.of(ecole);
        return page.titled(titre)
                .view(
                        "annuaire/complements/complements",
                        Map.of(
                                "adresse",
                                address(ecole),
                                "retour",
                                ecole == null
                                        ? "/annuaire/ecoles"
                                        : utilisateur.is(Profil.ADMINISTRATEUR) ? "/annuaire/ecoles/" + ecole : "/",
                                "lieu",
                                ecole == null ? "" : name(utilisateur, ecole),
                                "attendent",
                                ComplementsDeposes.inOrder(deposes),
                                "deposes",
                                deposes.stream().filter(c -> !c.open()).toList()));
    }

    private static String address(@Nullable UUID ecole) {
        return ecole == null ? "/annuaire/complements" : "/annuaire/ecoles/" + ecole + "/complements";
    }

    private String name(Utilisateur utilisateur, UUID ecole) {
        if (!utilisateur.is(Profil.ADMINISTRATEUR) && !Perimetre.of(utilisateur).directs(ecole)) {
            throw new Introuvable();
        }
        var name = noms.ecoles(List.of(ecole)).get(ecole);
        if (name == null) {
            throw new Introuvable();
        }
        return name;
    }
}
