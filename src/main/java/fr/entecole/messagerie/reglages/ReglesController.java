package fr.entecole.messagerie.reglages;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.messagerie.Droit;
import fr.entecole.messagerie.Regles;
import fr.entecole.messagerie.Regles.Matrice;
import fr.entecole.messagerie.Regles.Regle;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Who may write to whom: everyone reads it of their schools, the head narrows it there, the region sets it.
@Controller
class ReglesController {

    private final Regles regles;
    private final Appellations appellations;

    ReglesController(Regles regles, Appellations appellations) {
        this.regles = regles;
        this.appellations = appellations;
    }

    @Pour({Profil.PARENT, Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL, Profil.ADMINISTRATEUR})
    @GetMapping("/messagerie/regles")
    ModelAndView show(Page page, Utilisateur utilisateur, @RequestParam(defaultValue = "") String fait) {
        var matrice = regles.of(utilisateur.ecoles());
        var perimetre = Perimetre.of(utilisateur);
        boolean region = utilisateur.is(Profil.ADMINISTRATEUR);
        var tables = region
                ? List.of(new Table(Cle.PARTOUT, t("Toutes les écoles"), true, lines(matrice, Cle.PARTOUT)))
                : appellations.ecoles(utilisateur.ecoles()).entrySet().stream()
                        .map(ecole -> new Table(
                                ecole.getKey(),
                                ecole.getValue(),
                                utilisateur.is(Profil.DIRECTEUR) && perimetre.directs(ecole.getKey()),
                                lines(matrice, ecole.getKey())))
                        .toList();
        return page.titled(t("Qui peut écrire à qui"))
                .view("messagerie/reglages/regles", Map.of("tables", tables, "fait", fait, "region", region));
    }

    private static List<Ligne> lines(Matrice matrice, UUID ecole) {
        boolean region = ecole.equals(Cle.PARTOUT);
        return Stream.of(Droit.values())
                .map(droit -> new Ligne(
                        droit,
                        region ? matrice.ofRegion(droit).permis() : matrice.permits(ecole, droit),
                        region ? droit.seRetient() && matrice.ofRegion(droit).retenu() : matrice.retains(ecole, droit),
                        region || matrice.ofRegion(droit).permis(),
                        region || !matrice.ofRegion(droit).retenu()))
                .toList();
    }

    @Pour(Profil.ADMINISTRATEUR)
    @PostMapping("/messagerie/regles")
    ModelAndView ofRegion(
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") Set<Droit> permis,
            @RequestParam(defaultValue = "") Set<Droit> retenu) {
        for (var droit : Droit.values()) {
            regles.put(utilisateur, Cle.PARTOUT, droit, new Regle(permis.contains(droit), retenu.contains(droit)));
        }
        return Adresse.go("/messagerie/regles?fait=garde");
    }

    /// What the region forbids stays as the school had it.
    @Pour(Profil.DIRECTEUR)
    @PostMapping("/messagerie/regles/{ecole}")
    ModelAndView ofEcole(
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @RequestParam(defaultValue = "") Set<Droit> permis,
            @RequestParam(defaultValue = "") Set<Droit> retenu) {
        if (!Perimetre.of(utilisateur).directs(ecole)) {
            throw new Introuvable();
        }
        var matrice = regles.of(List.of(ecole));
        for (var droit : Droit.values()) {
            if (matrice.ofRegion(droit).permis()) {
                regles.put(
                        utilisateur,
                        ecole,
                        droit,
                        new Regle(
                                permis.contains(droit),
                                retenu.contains(droit)
                                        || matrice.ofRegion(droit).retenu()));
            }
        }
        return Adresse.go("/messagerie/regles?fait=garde");
    }

    /// @param change whoever looks may set it
    record Table(UUID ecole, String nom, boolean change, List<Ligne> lignes) {

        String action() {
            return ecole.equals(Cle.PARTOUT) ? "/messagerie/regles" : "/messagerie/regles/" + ecole;
        }
    }

    /// @param ouverte the region permits it, so that the school may choose
    /// @param libre the region does not hold it, so that the school may choose
    record Ligne(Droit droit, boolean permis, boolean retenu, boolean ouverte, boolean libre) {

        String phrase() {
            return droit.phrase(permis);
        }
    }
}
