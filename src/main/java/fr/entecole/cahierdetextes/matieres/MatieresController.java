package fr.entecole.cahierdetextes.matieres;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Classes;
import fr.entecole.annuaire.Classes.Classe;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

/// A head writes the subjects of their school, one a line, for each cycle that it has.
@Pour(Profil.DIRECTEUR)
@Controller
class MatieresController {

    static final int LONGEST = 40;
    static final int MOST = 25;

    private final Classes classes;
    private final Matieres matieres;

    MatieresController(Classes classes, Matieres matieres) {
        this.classes = classes;
        this.matieres = matieres;
    }

    /// @param fait what was just done: `reglees`, `origine`
    @GetMapping("/cahierdetextes/matieres")
    ModelAndView show(Page page, Utilisateur utilisateur, @RequestParam(defaultValue = "") String fait) {
        return view(page, utilisateur, fait, null, "");
    }

    /// @param noms one a line, as typed
    /// @param geste `origine`: those of the programmes again
    @PostMapping("/cahierdetextes/matieres/{ecole}/{cycle}")
    ModelAndView write(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @PathVariable String cycle,
            @RequestParam(defaultValue = "") String noms,
            @RequestParam(defaultValue = "") String geste) {
        var of = Cycle.parse(cycle)
                .filter(_ -> Perimetre.of(utilisateur).directs(ecole))
                .orElseThrow(Introuvable::new);
        if (geste.equals("origine")) {
            matieres.write(ecole, of, List.of(), utilisateur);
            return Adresse.go("/cahierdetextes/matieres?fait=origine");
        }
        var written = noms.lines()
                .map(String::strip)
                .filter(nom -> !nom.isEmpty())
                .distinct()
                .toList();
        if (written.isEmpty() || written.size() > MOST || written.stream().anyMatch(nom -> nom.length() > LONGEST)) {
            var champ = champ(ecole, of);
            var erreurs = Erreurs.of(
                    champ,
                    t(
                            "Écrivez de 1 à {0, plural, one {# matière} other {# matières}}, une par ligne, de {1, plural, one {# caractère} other {# caractères}} au plus chacune.",
                            MOST,
                            LONGEST));
            return view(page.with(erreurs), utilisateur, "", champ, noms);
        }
        matieres.write(ecole, of, written, utilisateur);
        return Adresse.go("/cahierdetextes/matieres?fait=reglees");
    }

    static String champ(UUID ecole, Cycle cycle) {
        return "noms-" + ecole + "-" + cycle;
    }

    /// @param champ that of the list which is to be corrected, with what was typed there
    private ModelAndView view(Page page, Utilisateur utilisateur, String fait, @Nullable String champ, String typed) {
        Map<UUID, List<Classe>> schools = classes.directedBy(utilisateur).stream()
                .collect(Collectors.groupingBy(Classe::ecoleId, LinkedHashMap::new, Collectors.toList()));
        var listes = new ArrayList<Liste>();
        schools.forEach((ecole, those) -> {
            var cycles = those.stream()
                    .map(c -> Cycle.of(c.niveaux()))
                    .distinct()
                    .sorted()
                    .toList();
            matieres.of(ecole, cycles).forEach((cycle, noms) -> {
                var id = champ(ecole, cycle);
                listes.add(new Liste(
                        ecole,
                        schools.size() > 1 ? those.getFirst().ecole() : "",
                        cycle,
                        id,
                        id.equals(champ) ? typed : String.join("\n", noms),
                        !noms.equals(matieres.origin(cycle))));
            });
        });
        return page.titled(t("Les matières de l’école"))
                .view("cahierdetextes/matieres/matieres", new HashMap<>(Map.of("listes", listes, "fait", fait)));
    }

    /// @param lieu empty where they direct one school
    /// @param changee it is no longer that of the programmes
    record Liste(UUID ecole, String lieu, Cycle cycle, String champ, String noms, boolean changee) {

        String titre() {
            return lieu.isEmpty() ? cycle.libelle() : t("{0}, {1}", cycle.libelle(), lieu);
        }

        String adresse() {
            return "/cahierdetextes/matieres/" + ecole + "/" + cycle;
        }
    }
}
