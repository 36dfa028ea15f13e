package fr.entecole.comptes.feuilles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.comptes.OngletsComptes;
import fr.entecole.comptes.impression.MiseEnPage;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Who has come and who has not, in a class: for those who teach it and the head of its school.
@SousOnglet({OngletsComptes.COMPTES, OngletsAnnuaire.CLASSE})
@Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
@Controller
@RequestMapping("/comptes/classes/{id}")
class ClasseAccesController {

    private final LectureDesListes listes;
    private final Remise remise;
    private final ImprimerieDesFeuilles imprimerie;

    ClasseAccesController(LectureDesListes listes, Remise remise, ImprimerieDesFeuilles imprimerie) {
        this.listes = listes;
        this.remise = remise;
        this.imprimerie = imprimerie;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id, Page page, Utilisateur utilisateur) {
        return view(page, find(id, utilisateur), "");
    }

    /// By the name of a child, or of who answers for them: names travel in the form, never in an address.
    @PostMapping
    ModelAndView search(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String nom, Page page, Utilisateur utilisateur) {
        return view(page, find(id, utilisateur), nom.strip());
    }

    private static ModelAndView view(Page page, AccesDeClasse acces, String saisie) {
        var foyers = acces.foyers().stream()
                .filter(foyer -> saisie.isEmpty() || foyer.answers(saisie))
                .collect(Collectors.groupingBy(Foyer::venue, TreeMap::new, Collectors.toList()));
        return page.titled(t("Les accès : {0}", acces.classe().libelle()))
                .view("comptes/feuilles/classe", Map.of("acces", acces, "foyers", foyers, "saisie", saisie));
    }

    @PostMapping("/feuilles")
    @Nullable
    ModelAndView print(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean responsables,
            @RequestParam(defaultValue = "false") boolean eleves,
            MiseEnPage mise,
            Page page,
            Utilisateur utilisateur,
            HttpServletResponse response)
            throws IOException {
        var champs = Map.of("responsables", Boolean.toString(responsables), "eleves", Boolean.toString(eleves));
        return imprimerie.print(
                page, mise.champs(champs), response, () -> set(id, responsables, eleves, mise, utilisateur, response));
    }

    private @Nullable ModelAndView set(
            UUID id,
            boolean responsables,
            boolean eleves,
            MiseEnPage mise,
            Utilisateur utilisateur,
            HttpServletResponse response)
            throws IOException {
        var acces = find(id, utilisateur);
        if (!acces.prints(responsables, eleves)) {
            return Adresse.go("/comptes/classes/" + id);
        }
        try (var tirage = imprimerie.open(response)) {
            tirage.add(remise.classe(acces, responsables, eleves, mise, utilisateur, new HashSet<>()));
            tirage.finish();
        }
        return null;
    }

    private AccesDeClasse find(UUID id, Utilisateur utilisateur) {
        return listes.classe(id, utilisateur).orElseThrow(Introuvable::new);
    }
}
