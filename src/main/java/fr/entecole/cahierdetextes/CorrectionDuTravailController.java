package fr.entecole.cahierdetextes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.cahierdetextes.CahierDeTextes.Suite;
import fr.entecole.cahierdetextes.LectureDuCahier.Cahier;
import fr.entecole.cahierdetextes.matieres.Matieres;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A line of the notebook, said otherwise, put on another day, or taken away, by any of those who teach the class.
@Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
@Controller
class CorrectionDuTravailController {

    private final LectureDuCahier lecture;
    private final CahierDeTextes cahier;
    private final Calendriers calendriers;
    private final Matieres matieres;
    private final Clock clock;

    CorrectionDuTravailController(
            LectureDuCahier lecture, CahierDeTextes cahier, Calendriers calendriers, Matieres matieres, Clock clock) {
        this.lecture = lecture;
        this.cahier = cahier;
        this.calendriers = calendriers;
        this.matieres = matieres;
        this.clock = clock;
    }

    @GetMapping("/cahierdetextes/travaux/{id}/correction")
    ModelAndView write(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        var one = find(utilisateur, id);
        return form(page, one, TravailForm.of(one.travail), null);
    }

    /// Another version than the one that was read: 409, with what the other has written beside one's own.
    @PostMapping("/cahierdetextes/travaux/{id}/correction")
    ModelAndView correct(Page page, Utilisateur utilisateur, @PathVariable UUID id, @ModelAttribute TravailForm form) {
        var one = find(utilisateur, id);
        var calendrier = calendriers.of(one.travail.ecoleId());
        var erreurs =
                form.erreursDeCorrection(matieres(one), day -> Semaine.hasClasse(calendrier, day), page.aujourdhui());
        if (!erreurs.isEmpty()) {
            return form(page.with(erreurs), one, form, null);
        }
        var suite = cahier.correct(
                id,
                form.version(),
                form.pourLe(),
                form.aFaire(),
                EcritureController.auteur(utilisateur),
                clock.instant());
        return switch (suite) {
            case DEPASSE -> form(page.with(overtaken(), HttpStatus.CONFLICT.value()), one, form, one.travail);
            case DEJA ->
                form(
                        page.with(Erreurs.of("texte", t("Cette ligne est déjà dans le cahier ce jour-là."))),
                        one,
                        form,
                        null);
            case RETIRE -> throw new Introuvable();
            case CORRIGE, INCHANGE ->
                week(
                        one.travail.classeId(),
                        form.pourLe(),
                        suite == Suite.CORRIGE ? "corrige" : "inchange",
                        one.travail.aFaire() && Conseils.asksToWrite(form.texte()));
        };
    }

    private static Erreurs overtaken() {
        return Erreurs.of(
                "texte",
                t(
                        "Quelqu’un a changé cette ligne pendant que vous écriviez\u00a0: lisez sa version, puis choisissez."));
    }

    /// Carried over: the same on another day.
    @PostMapping("/cahierdetextes/travaux/{id}/report")
    ModelAndView carry(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String jour,
            @RequestParam(defaultValue = "") String numero) {
        var one = find(utilisateur, id);
        var as = TravailForm.of(one.travail);
        var moved = new TravailForm(
                as.matiere(), "", "", as.texte(), jour, "", List.of(), as.minutes(), as.lien(), "", numero);
        return correct(page, utilisateur, id, moved);
    }

    /// @param serie `true`: with those that come back after it
    @PostMapping("/cahierdetextes/travaux/{id}/retrait")
    ModelAndView withdraw(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean serie) {
        var one = find(utilisateur, id);
        cahier.withdraw(one.travail, serie, EcritureController.auteur(utilisateur), clock.instant());
        return Adresse.go(
                "/cahierdetextes/classes/{id}?semaine={semaine}&fait=retire&retire={retire}",
                one.travail.classeId(),
                one.travail.jour(),
                id);
    }

    private static ModelAndView week(UUID classe, LocalDate jour, String fait, boolean ecrit) {
        return Adresse.go(
                "/cahierdetextes/classes/{id}?semaine={semaine}&fait={fait}&ecrit={ecrit}", classe, jour, fait, ecrit);
    }

    private List<String> matieres(Trouve one) {
        var niveaux = Objects.requireNonNull(one.cahier.classe()).niveaux();
        var known = matieres.of(one.travail.ecoleId(), niveaux);
        return known.contains(one.travail.matiere())
                ? known
                : Stream.concat(known.stream(), Stream.of(one.travail.matiere()))
                        .toList();
    }

    private Trouve find(Utilisateur utilisateur, UUID id) {
        var travail = lecture.one(id).orElseThrow(Introuvable::new).travail();
        return written(utilisateur, travail.classeId())
                .map(c -> new Trouve(travail, c))
                .orElseThrow(Introuvable::new);
    }

    private Optional<Cahier> written(Utilisateur utilisateur, UUID classe) {
        return lecture.cahierOf(utilisateur, classe)
                .filter(c -> c.classe() != null && TravailAccess.of(utilisateur).writes(c.ecole(), c.id()));
    }

    /// @param autre what somebody else has written meanwhile
    private ModelAndView form(Page page, Trouve one, TravailForm form, @Nullable Travail autre) {
        Map<String, Object> parametres = new HashMap<>(
                Map.of("travail", one.travail, "cahier", one.cahier, "form", form, "matieres", matieres(one)));
        parametres.put("autre", autre);
        parametres.put("jourDit", Dates.jour(one.travail.jour()));
        return page.titled(t("Corriger une ligne du cahier")).view("cahierdetextes/correction", parametres);
    }

    private record Trouve(Travail travail, Cahier cahier) {}
}
