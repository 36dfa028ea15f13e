package fr.entecole.comptes.images;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Petits;
import fr.entecole.annuaire.Petits.Classe;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.comptes.Comptes;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// For who teaches a class of young children: whether it asks for secret pictures, and a hand to a child who has
/// forgotten theirs.
@SousOnglet(OngletsAnnuaire.CLASSE)
@Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
@Controller
@RequestMapping("/classe/{id}/images")
class ImagesDeClasseController {

    private final Petits petits;
    private final ImagesDeClasse images;
    private final Comptes comptes;

    ImagesDeClasseController(Petits petits, ImagesDeClasse images, Comptes comptes) {
        this.petits = petits;
        this.images = images;
        this.comptes = comptes;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id, Page page, Utilisateur utilisateur) {
        var classe = find(id, utilisateur);
        var choix = images.choix(id);
        boolean demandees =
                choix.orElseGet(() -> classe.petits().stream().anyMatch(p -> ImagesSecretes.byDefault(p.niveau())));
        return page.titled(t("Les images secrètes"))
                .view(
                        "comptes/images/classe",
                        Map.of("classe", classe, "demandees", demandees, "lignes", images.lignes(classe, choix)));
    }

    @PostMapping
    ModelAndView set(@PathVariable UUID id, @RequestParam boolean demandees, Utilisateur utilisateur) {
        var classe = find(id, utilisateur);
        images.set(id, classe.ecoleId(), demandees, utilisateur.compteId());
        return back(id);
    }

    @PostMapping("/nouvelles")
    ModelAndView reset(@PathVariable UUID id, @RequestParam UUID eleve, Utilisateur utilisateur) {
        var classe = find(id, utilisateur);
        images.reset(classe.ecoleId(), eleve, compte(classe, eleve), utilisateur.compteId());
        return back(id);
    }

    @PostMapping("/dispense")
    ModelAndView exempt(@PathVariable UUID id, @RequestParam UUID eleve, Utilisateur utilisateur) {
        var classe = find(id, utilisateur);
        images.exempt(classe.ecoleId(), eleve, compte(classe, eleve), utilisateur.compteId());
        return back(id);
    }

    private Classe find(UUID id, Utilisateur utilisateur) {
        return petits.classe(id, utilisateur.personneId())
                .filter(classe -> !classe.petits().isEmpty())
                .orElseThrow(Introuvable::new);
    }

    /// Of that class, and young: nobody else is there.
    private UUID compte(Classe classe, UUID eleve) {
        return classe.etiquette(eleve).flatMap(e -> comptes.ofPersonne(e.id())).orElseThrow(Introuvable::new);
    }

    private static ModelAndView back(UUID classe) {
        return Adresse.go("/classe/" + classe + "/images");
    }
}
