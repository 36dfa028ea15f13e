package fr.entecole.signalement;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Contenu.Vise;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// « Signaler »: whoever reads something of somebody else's says that it is not right.
@Pour({Profil.PARENT, Profil.ELEVE, Profil.ENSEIGNANT, Profil.DIRECTEUR})
@Controller
class SignalerController {

    private static final int LONGEST = 500;

    private final ContenusSignalables genres;
    private final Dossiers dossiers;
    private final ReglagesSignalement reglages;

    SignalerController(ContenusSignalables genres, Dossiers dossiers, ReglagesSignalement reglages) {
        this.genres = genres;
        this.dossiers = dossiers;
        this.reglages = reglages;
    }

    @GetMapping("/signaler/{genre}/{id}")
    ModelAndView form(Page page, Utilisateur utilisateur, @PathVariable String genre, @PathVariable UUID id) {
        return form(page, utilisateur, genre, id, found(utilisateur, genre, id), "", "", false, false);
    }

    @PostMapping("/signaler/{genre}/{id}")
    ModelAndView report(
            Page page,
            Utilisateur utilisateur,
            @PathVariable String genre,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String categorie,
            @RequestParam(defaultValue = "") String mots,
            @RequestParam(defaultValue = "false") boolean masque,
            @RequestParam(defaultValue = "false") boolean danger) {
        var vise = found(utilisateur, genre, id);
        var said = mots.strip();
        var why = parse(categorie);
        var erreurs = new Erreurs();
        if (why.isEmpty()) {
            erreurs.add(
                    "categorie",
                    utilisateur.is(Profil.ELEVE) ? t("Choisis ce qui ne va pas.") : t("Choisissez ce qui ne va pas."));
        }
        if (why.filter(c -> c == Categorie.AUTRE).isPresent() && said.isEmpty() && !page.petits()) {
            erreurs.add(
                    "mots",
                    utilisateur.is(Profil.ELEVE)
                            ? t("Dis ce qui ne va pas avec tes mots.")
                            : t("Dites ce qui ne va pas en quelques mots."));
        }
        if (said.length() > LONGEST) {
            erreurs.add("mots", t("{0} caractères au plus.", LONGEST));
        }
        if (why.isPresent() && erreurs.isEmpty()) {
            boolean hides = masque && DossierAccess.of(utilisateur).hides(vise.ecole());
            var dossier =
                    dossiers.report(utilisateur, genre, id, vise, new Signalement(why.get(), said, hides, danger));
            if (dossier.isPresent()) {
                return Adresse.go("/signalements/{id}?fait=true", dossier.get());
            }
            erreurs.add("categorie", tooMuch(utilisateur));
        }
        return form(page.with(erreurs), utilisateur, genre, id, vise, categorie, said, masque, danger);
    }

    private Vise found(Utilisateur utilisateur, String genre, UUID id) {
        return genres.of(genre)
                .find(utilisateur, id)
                .filter(vise ->
                        vise.auteur() == null || !utilisateur.personnes().contains(vise.auteur()))
                .orElseThrow(Introuvable::new);
    }

    private static Optional<Categorie> parse(String code) {
        return Arrays.stream(Categorie.values())
                .filter(c -> c.name().equals(code))
                .findFirst();
    }

    private String tooMuch(Utilisateur utilisateur) {
        return utilisateur.is(Profil.ELEVE)
                ? t(
                        "Tu as déjà signalé {0, plural, one {# chose} other {# choses}} depuis hier. Parle à un adulte de l’école.",
                        reglages.parJour())
                : t(
                        "Vous avez déjà signalé {0, plural, one {# contenu} other {# contenus}} depuis hier\u00a0: c’est le plus possible. Parlez-en à l’école.",
                        reglages.parJour());
    }

    private ModelAndView form(
            Page page,
            Utilisateur utilisateur,
            String genre,
            UUID id,
            Vise vise,
            String categorie,
            String mots,
            boolean masque,
            boolean danger) {
        return page.titled(t("Signaler\u00a0: {0}", vise.titre()))
                .view(
                        utilisateur.is(Profil.ELEVE) ? "signalement/signaler-eleve" : "signalement/signaler",
                        Map.of(
                                "vise",
                                vise,
                                "action",
                                "/signaler/" + genre + "/" + id,
                                "categorie",
                                categorie,
                                "mots",
                                mots,
                                "masque",
                                masque,
                                "danger",
                                danger,
                                "cache",
                                DossierAccess.of(utilisateur).hides(vise.ecole()),
                                "mois",
                                reglages.conservation().toTotalMonths()));
    }
}
