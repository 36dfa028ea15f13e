package fr.entecole.cahierdetextes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Classes;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.cahierdetextes.LectureDuCahier.Ouvert;
import fr.entecole.cahierdetextes.Mien.Ligne;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Registre;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Notebooks by week: a pupil’s own, that of all children of a guardian, that of a class for the school.
@Controller
class CahiersController {

    private static final int DAYS_OF_THE_YOUNGEST = 7;

    private final LectureDuCahier lecture;
    private final Dons dons;
    private final Calendriers calendriers;
    private final Classes classes;
    private final ReglagesCahierDeTextes reglages;

    CahiersController(
            LectureDuCahier lecture,
            Dons dons,
            Calendriers calendriers,
            Classes classes,
            ReglagesCahierDeTextes reglages) {
        this.lecture = lecture;
        this.dons = dons;
        this.calendriers = calendriers;
        this.classes = classes;
        this.reglages = reglages;
    }

    /// @param semaine a day of the week to show, empty for this one
    /// @param fait what was just done: `coche`
    @Pour({Profil.PARENT, Profil.ELEVE, Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @GetMapping("/cahierdetextes")
    ModelAndView week(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String semaine,
            @RequestParam(defaultValue = "") String fait) {
        if (utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR)) {
            var taught = Perimetre.of(utilisateur).classesTaught();
            return taught.size() == 1
                    ? Adresse.go(
                            "/cahierdetextes/classes/{id}", taught.iterator().next())
                    : all(page, utilisateur);
        }
        return Registre.of(utilisateur).petits() ? petits(page, utilisateur) : mine(page, utilisateur, semaine, fait);
    }

    private ModelAndView mine(Page page, Utilisateur utilisateur, String asked, String fait) {
        var lundi = Semaine.lundi(asked, page.aujourdhui());
        var mien = lecture.mine(utilisateur, lundi, lundi.plusDays(6));
        var semaine = Semaine.of(lundi, calendriers.of(utilisateur.ecoles()).values(), page.aujourdhui());
        boolean eleve = utilisateur.is(Profil.ELEVE);
        return page.titled(t("Travail à faire"))
                .view(
                        eleve ? "cahierdetextes/semaine-eleve" : "cahierdetextes/semaine-famille",
                        Map.of("semaine", semaine, "mien", mien, "fait", fait));
    }

    /// The youngest have no weeks: what is to do in the coming days, one thing under the other.
    private ModelAndView petits(Page page, Utilisateur utilisateur) {
        var today = page.aujourdhui();
        var mien = lecture.mine(utilisateur, today, today.plusDays(DAYS_OF_THE_YOUNGEST));
        return page.titled(t("Mon travail")).view("cahierdetextes/petits", Map.of("mien", mien));
    }

    /// Classes of today, then the notebooks that are over.
    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @GetMapping("/cahierdetextes/cahiers")
    ModelAndView all(Page page, Utilisateur utilisateur) {
        var here = Stream.concat(classes.taughtBy(utilisateur).stream(), classes.directedBy(utilisateur).stream())
                .distinct()
                .toList();
        var ids = here.stream().map(Classes.Classe::id).toList();
        var past = lecture.all(utilisateur).stream()
                .filter(cahier -> !ids.contains(cahier.id()))
                .toList();
        return page.titled(t("Les cahiers de textes"))
                .view("cahierdetextes/cahiers", Map.of("classes", here, "passes", past));
    }

    /// @param fait what was just done: `donne`, `corrige`, `inchange`, `deja`, `retire`, `remis`, `tard`, `copie`, `rien`
    /// @param retire what was just taken away, to put back
    /// @param ecrit `true`: something written may have been asked for
    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @GetMapping("/cahierdetextes/classes/{id}")
    ModelAndView classe(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String semaine,
            @RequestParam(defaultValue = "") String fait,
            @RequestParam(required = false) @Nullable UUID retire,
            @RequestParam(defaultValue = "false") boolean ecrit) {
        var lundi = Semaine.lundi(semaine, page.aujourdhui());
        var ouvert = lecture.open(utilisateur, id, lundi, lundi.plusDays(6)).orElseThrow(Introuvable::new);
        var cahier = ouvert.cahier();
        var week = Semaine.of(lundi, List.of(calendriers.of(cahier.ecole())), page.aujourdhui());
        Map<String, Object> parametres = new HashMap<>(Map.of(
                "cahier",
                cahier,
                "semaine",
                week,
                "jours",
                week.jours().stream().map(jour -> JourDeClasse.of(jour, ouvert)).toList(),
                "soiree",
                reglages.soiree(),
                "ecrit",
                cahier.classe() != null && TravailAccess.of(utilisateur).writes(cahier.ecole(), cahier.id()),
                "fait",
                fait,
                "circulaire",
                ecrit));
        parametres.put("fin", reglages.fin(cahier.annee()));
        parametres.put("retire", retire);
        parametres.put("effectif", ouvert.eleves().size());
        return page.titled(t("Le cahier de textes, {0}", cahier.libelle())).view("cahierdetextes/classe", parametres);
    }

    /// The banner's undo of what was taken away.
    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @PostMapping("/cahierdetextes/travaux/{id}/remise-en-place")
    ModelAndView restore(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        var classe = lecture.classeOf(id)
                .flatMap(of -> lecture.cahierOf(utilisateur, of))
                .map(LectureDuCahier.Cahier::classe)
                .filter(of -> TravailAccess.of(utilisateur).writes(of.ecoleId(), of.id()))
                .orElseThrow(Introuvable::new);
        var day = dons.restore(utilisateur, classe, id);
        return Adresse.go(
                "/cahierdetextes/classes/{id}?semaine={semaine}&fait={fait}",
                classe.id(),
                day.orElse(page.aujourdhui()),
                day.isPresent() ? "remis" : "tard");
    }

    /// A day of the class's week in its two columns.
    ///
    /// @param minutes about what the most charged pupil has for that day, 0 where nobody said
    record JourDeClasse(Semaine.Jour jour, List<Ligne> enClasse, List<Ligne> aFaire, int minutes) {

        private static JourDeClasse of(Semaine.Jour jour, Ouvert ouvert) {
            var lignes = ouvert.lignes().stream()
                    .filter(ligne -> ligne.travail().jour().equals(jour.date()))
                    .toList();
            return new JourDeClasse(
                    jour,
                    lignes.stream().filter(l -> !l.travail().aFaire()).toList(),
                    lignes.stream().filter(l -> l.travail().aFaire()).toList(),
                    Conseils.evening(lignes.stream().map(Ligne::travail).toList(), ouvert.eleves()));
        }
    }
}
