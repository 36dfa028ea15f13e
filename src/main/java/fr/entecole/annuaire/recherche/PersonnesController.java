package fr.entecole.annuaire.recherche;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.aaf.depots.EcartsDUnePersonne;
import fr.entecole.annuaire.declarations.ActeAnnuaire;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// People found by their name inside what one may see. Names travel in the form, never in an address, so that no trace
/// of the network keeps whom one looked for. Who reaches the whole region leaves a trace, without the name typed.
@SousOnglet(OngletsAnnuaire.ANNUAIRE)
@Controller
class PersonnesController {

    private static final int LONGEST = 100;

    private final Recherche recherche;
    private final Lectures lectures;
    private final Journal journal;

    PersonnesController(Recherche recherche, Lectures lectures, Journal journal) {
        this.recherche = recherche;
        this.lectures = lectures;
        this.journal = journal;
    }

    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PARENT, Profil.ADMINISTRATEUR, Profil.DPO, Profil.ASSISTANCE})
    @GetMapping("/annuaire/personnes")
    ModelAndView form(Page page, Utilisateur utilisateur) {
        return view(page, utilisateur, "", List.of());
    }

    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PARENT, Profil.ADMINISTRATEUR, Profil.DPO, Profil.ASSISTANCE})
    @PostMapping("/annuaire/personnes")
    ModelAndView find(@RequestParam(defaultValue = "") String nom, Page page, Utilisateur utilisateur) {
        var saisie = nom.strip();
        var erreur = saisie.length() > LONGEST
                ? t("Ce nom est trop long : écrivez un nom ou un prénom.")
                : saisie.codePoints().noneMatch(Character::isLetterOrDigit) ? t("Écrivez un nom ou un prénom.") : "";
        if (!erreur.isEmpty()) {
            return view(page.with(Erreurs.of("nom", erreur)), utilisateur, saisie, List.of());
        }
        var found = recherche.find(saisie, utilisateur);
        if (utilisateur.is(Profil.ADMINISTRATEUR, Profil.DPO)) {
            var compte = utilisateur.compteId();
            journal.record(
                    Fait.of(ActeAnnuaire.PERSONNE_CHERCHEE, compte).by(compte).ofRegion());
        }
        return view(page, utilisateur, saisie, found);
    }

    @Pour({Profil.ADMINISTRATEUR, Profil.DPO})
    @GetMapping("/annuaire/personnes/{id}")
    ModelAndView show(@PathVariable UUID id, Page page, Utilisateur utilisateur) {
        var read = lectures.read(FicheDeLaRegion.of(id).with(EcartsDUnePersonne.of(id), Map::entry));
        var found = read.getKey();
        found.ifPresent(personne -> journal.record(
                Fait.of(ActeAnnuaire.FICHE_LUE, id).by(utilisateur.compteId()).inEcoles(personne.lieux())));
        return found.map(personne -> page.titled(personne.nom())
                        .view("annuaire/recherche/personne", Map.of("personne", personne, "ecarts", read.getValue())))
                .orElseThrow(Introuvable::new);
    }

    private static ModelAndView view(Page page, Utilisateur utilisateur, String saisie, List<Trouve> trouves) {
        Map<Nature, List<Trouve>> groupes = new LinkedHashMap<>();
        trouves.forEach(
                t -> groupes.computeIfAbsent(t.nature(), _ -> new ArrayList<>()).add(t));
        return page.titled(t("Chercher une personne"))
                .view(
                        "annuaire/recherche/personnes",
                        Map.of("saisie", saisie, "groupes", groupes, "perimetre", perimetre(utilisateur)));
    }

    private static String perimetre(Utilisateur utilisateur) {
        return switch (utilisateur.profil()) {
            case ENSEIGNANT -> t("Parmi vos élèves, leurs responsables et vos collègues.");
            case DIRECTEUR -> t("Parmi les élèves de votre école, leurs responsables et l’équipe.");
            case PARENT -> t("Parmi les enseignants de vos enfants et la direction de leurs écoles.");
            case ASSISTANCE ->
                t("Parmi les équipes des écoles que vous suivez. Ni élève ni famille : leur école les aide.");
            default -> t("Dans toute la région : élèves, responsables, personnels et agents.");
        };
    }
}
