package fr.entecole.comptes.feuilles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.impression.MiseEnPage;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Confirmee;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The accesses of a whole school, for its head: classes and staff, why families have not come, all sheets at once.
@Pour(Profil.DIRECTEUR)
@Controller
@RequestMapping("/comptes/ecoles/{id}")
class EcoleAccesController {

    private final LectureDesListes listes;
    private final FamillesJamaisVenues jamais;
    private final Remise remise;
    private final ImprimerieDesFeuilles imprimerie;

    EcoleAccesController(
            LectureDesListes listes, FamillesJamaisVenues jamais, Remise remise, ImprimerieDesFeuilles imprimerie) {
        this.listes = listes;
        this.jamais = jamais;
        this.remise = remise;
        this.imprimerie = imprimerie;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id, Page page, Utilisateur utilisateur) {
        return show(id, "", page, utilisateur);
    }

    /// At the desk: a parent, or a child, stands there, and is found by the child's name, whatever the class. Names
    /// travel in the form, never in an address.
    @PostMapping
    ModelAndView search(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String nom, Page page, Utilisateur utilisateur) {
        return show(id, nom.strip(), page, utilisateur);
    }

    private ModelAndView show(UUID id, String nom, Page page, Utilisateur utilisateur) {
        var equipe = equipe(id, utilisateur);
        var ecole = new AccesDEcole(id, listes.ofEcole(id, utilisateur), equipe);
        return page.titled(t("Les accès de l’école"))
                .view(
                        "comptes/feuilles/ecole",
                        Map.of(
                                "ecole",
                                ecole,
                                "moi",
                                utilisateur.personneId(),
                                "saisie",
                                nom,
                                "trouves",
                                ecole.trouves(nom)));
    }

    @GetMapping("/familles")
    ModelAndView families(@PathVariable UUID id, Page page, Utilisateur utilisateur) {
        equipe(id, utilisateur);
        var classes = listes.ofEcole(id, utilisateur);
        return page.titled(t("Familles jamais venues"))
                .view(
                        "comptes/feuilles/familles",
                        Map.of("ecole", new AccesDEcole(id, classes, List.of()), "jamais", jamais.of(classes)));
    }

    @Confirmee
    @PostMapping("/feuilles")
    @Nullable
    ModelAndView print(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean responsables,
            @RequestParam(defaultValue = "false") boolean eleves,
            @RequestParam(defaultValue = "false") boolean equipe,
            MiseEnPage mise,
            Page page,
            Utilisateur utilisateur,
            HttpServletResponse response)
            throws IOException {
        var champs = Map.of(
                "responsables", Boolean.toString(responsables),
                "eleves", Boolean.toString(eleves),
                "equipe", Boolean.toString(equipe));
        return imprimerie.print(
                page,
                mise.champs(champs),
                response,
                () -> set(id, responsables, eleves, equipe, mise, utilisateur, response));
    }

    private @Nullable ModelAndView set(
            UUID id,
            boolean responsables,
            boolean eleves,
            boolean equipe,
            MiseEnPage mise,
            Utilisateur utilisateur,
            HttpServletResponse response)
            throws IOException {
        var membres = equipe(id, utilisateur);
        var classes = responsables || eleves ? listes.ofEcole(id, utilisateur) : List.<AccesDeClasse>of();
        if (classes.stream().noneMatch(c -> c.prints(responsables, eleves))
                && !(equipe && Remise.prints(membres, utilisateur))) {
            return Adresse.go("/comptes/ecoles/" + id);
        }
        try (var tirage = imprimerie.open(response)) {
            var faits = new HashSet<UUID>();
            for (var classe : classes) {
                tirage.add(remise.classe(classe, responsables, eleves, mise, utilisateur, faits));
            }
            if (equipe) {
                tirage.add(remise.adultes(utilisateur.lieu(), membres, mise, utilisateur, id));
            }
            tirage.finish();
        }
        return null;
    }

    /// A head is of the team of the school they direct: nobody there, no school to see.
    private List<Acces> equipe(UUID id, Utilisateur utilisateur) {
        var equipe = utilisateur.ecoles().contains(id) ? listes.equipe(id, utilisateur) : List.<Acces>of();
        if (equipe.isEmpty()) {
            throw new Introuvable();
        }
        return equipe;
    }
}
