package fr.entecole.annuaire.complements;

import static fr.entecole.socle.Phrases.t;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.entecole.annuaire.complements.ComplementsDeposes.Complement;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The lines of a file that were left aside: put right on the screen, one at a time, or taken away in a table.
@SousOnglet({OngletsAnnuaire.ECOLE, OngletsAnnuaire.ECOLES})
@Pour({Profil.DIRECTEUR, Profil.ADMINISTRATEUR})
@Controller
@RequestMapping("/annuaire/complements/{id}")
class LignesController {

    static final int LONGEST = 200;

    private final ComplementsDeposes complements;
    private final PlansDesComplements plans;

    LignesController(ComplementsDeposes complements, PlansDesComplements plans) {
        this.complements = complements;
        this.plans = plans;
    }

    @GetMapping("/lignes/{numero}")
    ModelAndView show(Page page, Utilisateur utilisateur, @PathVariable UUID id, @PathVariable long numero) {
        var complement = find(id, utilisateur);
        var plan = plans.of(complement, utilisateur);
        return view(page.with(faute(plan, numero), HttpStatus.OK.value()), complement, plan, numero);
    }

    /// Judged again with all the others: kept once the line reads.
    @PostMapping("/lignes/{numero}")
    ModelAndView correct(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @PathVariable long numero,
            @RequestParam Map<String, String> parametres) {
        var complement = find(id, utilisateur);
        var before = plans.of(complement, utilisateur);
        if (!effet(before, numero).refused()) {
            return Adresse.go("/annuaire/complements/{id}/lignes/{numero}", id, numero);
        }
        var saisies = typed(before.fichier(), numero, parametres);
        Map<Long, Map<Integer, String>> corrigees = new HashMap<>(complement.corrigees());
        var own = new HashMap<>(corrigees.getOrDefault(numero, Map.of()));
        own.putAll(saisies);
        corrigees.put(numero, own);
        var after = plans.of(complement, corrigees, utilisateur);
        var erreurs = saisies.entrySet().stream()
                .filter(saisie -> saisie.getValue().length() > LONGEST)
                .findFirst()
                .map(saisie ->
                        Erreurs.of("champ-" + saisie.getKey(), t("C’est trop long : {0} caractères au plus.", LONGEST)))
                .orElseGet(() -> faute(after, numero));
        if (!erreurs.isEmpty()) {
            return view(page.with(erreurs), complement, after, numero);
        }
        complements.correct(id, numero, own);
        return Adresse.go("/annuaire/complements/{id}/lignes/{numero}", id, numero);
    }

    /// The lines that were left aside, with what was corrected in them, each with its reason.
    @GetMapping("/rejets")
    void refused(Utilisateur utilisateur, @PathVariable UUID id, Page page, HttpServletResponse response)
            throws IOException {
        var plan = plans.of(find(id, utilisateur), utilisateur);
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"a-corriger-" + page.aujourdhui() + ".csv\"");
        var output = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        output.write('\ufeff'); // without it spreadsheets lose the accents
        var lignes = plan.fichier().lignes().stream()
                .collect(Collectors.toMap(FichierLu.Ligne::numero, Function.identity()));
        try (var csv = CsvWriter.builder().fieldSeparator(';').build(output)) {
            csv.writeRecord(with(t("Raison"), plan.fichier().entetes()));
            plan.refused()
                    .forEach(effet -> csv.writeRecord(with(
                            String.join(" ", effet.quoi()),
                            Objects.requireNonNull(lignes.get(effet.ligne())).champs())));
        }
    }

    private static List<String> with(String first, List<String> others) {
        List<String> all = new ArrayList<>();
        all.add(first);
        others.forEach(value -> all.add(value.matches("(?s)[=+@\\t\\r].*") ? "'" + value : value));
        return all;
    }

    /// What differs from what the line says, blanks apart: a form sends no line breaks.
    private static Map<Integer, String> typed(FichierLu fichier, long numero, Map<String, String> parametres) {
        var ligne = fichier.ligne(numero).orElseThrow(Introuvable::new);
        Map<Integer, String> typed = new HashMap<>();
        for (var colonne : fichier.lues()) {
            var value = parametres.get("champ-" + colonne.rang());
            if (value != null && !blanks(value).equals(blanks(ligne.at(colonne.rang())))) {
                typed.put(colonne.rang(), blanks(value));
            }
        }
        return typed;
    }

    private static String blanks(String value) {
        return value.replaceAll("[\\s\\p{Zs}]+", " ").strip();
    }

    private static Effet effet(Plan plan, long numero) {
        return plan.effet(numero).orElseThrow(Introuvable::new);
    }

    /// Beside the field that is wrong, or the first one where the file has no column for it.
    private static Erreurs faute(Plan plan, long numero) {
        var effet = effet(plan, numero);
        if (!effet.refused()) {
            return new Erreurs();
        }
        var lues = plan.fichier().lues();
        int rang = lues.stream()
                .filter(colonne -> colonne.champ() == effet.faute())
                .findFirst()
                .or(() -> lues.stream().findFirst())
                .map(FichierLu.Colonne::rang)
                .orElse(0);
        return Erreurs.of("champ-" + rang, String.join(" ", effet.quoi()));
    }

    private Complement find(UUID id, Utilisateur utilisateur) {
        return complements.find(id, utilisateur).filter(Complement::lisible).orElseThrow(Introuvable::new);
    }

    private static ModelAndView view(Page page, Complement complement, Plan plan, long numero) {
        var ligne = plan.fichier().ligne(numero).orElseThrow(Introuvable::new);
        return page.titled(t("Corriger une ligne du fichier"))
                .view(
                        "annuaire/complements/ligne",
                        Map.of("complement", complement, "plan", plan, "effet", effet(plan, numero), "ligne", ligne));
    }
}
