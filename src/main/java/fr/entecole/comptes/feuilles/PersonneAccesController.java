package fr.entecole.comptes.feuilles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.OngletsComptes;
import fr.entecole.comptes.codes.CodesMontres;
import fr.entecole.comptes.demandes.AccesDemandes;
import fr.entecole.comptes.impression.ImpressionDesCodes;
import fr.entecole.comptes.impression.MiseEnPage;
import fr.entecole.comptes.separation.Separation;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Gives one person an access again, at the door: one is asked first, since what the person had is void from then on;
/// the new code then stands on the same page until one says that it is noted, or for a quarter of an hour. Any page may
/// offer the way here; who may is judged here, and whoever may not is told who can.
@SousOnglet(OngletsComptes.COMPTES)
@Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL, Profil.ADMINISTRATEUR})
@Controller
@RequestMapping("/comptes/personnes/{id}")
class PersonneAccesController {

    private final Destinataires destinataires;
    private final LectureDesAcces acces;
    private final AccesDemandes demandes;
    private final Remise remise;
    private final CodesMontres montres;
    private final ImpressionDesCodes impression;
    private final ImprimerieDesFeuilles imprimerie;
    private final Separation separation;
    private final Clock clock;

    PersonneAccesController(
            Destinataires destinataires,
            LectureDesAcces acces,
            AccesDemandes demandes,
            Remise remise,
            CodesMontres montres,
            ImpressionDesCodes impression,
            ImprimerieDesFeuilles imprimerie,
            Separation separation,
            Clock clock) {
        this.destinataires = destinataires;
        this.acces = acces;
        this.demandes = demandes;
        this.remise = remise;
        this.montres = montres;
        this.impression = impression;
        this.imprimerie = imprimerie;
        this.separation = separation;
        this.clock = clock;
    }

    /// @param fait what was just done: `separation`
    @GetMapping("/acces")
    ModelAndView show(
            @PathVariable UUID id,
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String fait,
            HttpSession session,
            HttpServletResponse response) {
        var vu = destinataires.look(id, utilisateur).orElseThrow(Introuvable::new);
        var code = montres.of(session, id).filter(c -> remise.isGood(vu.destinataire(), c));
        if (code.isEmpty() || vu.renvoi() != null) {
            montres.dismiss(session, id);
            return ask(page, vu, utilisateur, fait);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        var destinataire = vu.destinataire();
        return page.titled(t("Accès redonné"))
                .view(
                        "comptes/feuilles/nouvel-acces",
                        Map.of(
                                "destinataire",
                                destinataire,
                                "code",
                                code.get(),
                                "jusque",
                                remise.until(),
                                "adresse",
                                destinataire.eleve() ? impression.connexion() : impression.adresse()));
    }

    @PostMapping("/acces")
    ModelAndView again(@PathVariable UUID id, Utilisateur utilisateur, HttpSession session) {
        montres.keep(session, id, remise.again(find(id, utilisateur), utilisateur));
        return Adresse.go("/comptes/personnes/" + id + "/acces");
    }

    @PostMapping("/acces/fin")
    ModelAndView dismiss(@PathVariable UUID id, Utilisateur utilisateur, HttpSession session) {
        var vu = destinataires.look(id, utilisateur).orElseThrow(Introuvable::new);
        montres.dismiss(session, vu.destinataire().id());
        return Adresse.go("/comptes");
    }

    /// The sheet of the code that is shown; once it is no more, of none.
    @PostMapping("/feuille")
    @Nullable
    ModelAndView print(
            @PathVariable UUID id,
            MiseEnPage mise,
            Page page,
            Utilisateur utilisateur,
            HttpSession session,
            HttpServletResponse response)
            throws IOException {
        return imprimerie.print(
                page, mise.champs(Map.of()), response, () -> set(id, mise, utilisateur, session, response));
    }

    private @Nullable ModelAndView set(
            UUID id, MiseEnPage mise, Utilisateur utilisateur, HttpSession session, HttpServletResponse response)
            throws IOException {
        var destinataire = find(id, utilisateur);
        var code = montres.of(session, id);
        if (code.isEmpty()) {
            return Adresse.go("/comptes/personnes/" + id + "/acces");
        }
        try (var tirage = imprimerie.open(response)) {
            tirage.add(new Remise.Pret(remise.one(destinataire, code.get(), mise), List.of()));
            tirage.finish();
        }
        return null;
    }

    private ModelAndView ask(Page page, Destinataires.Vu vu, Utilisateur utilisateur, String fait) {
        var one = vu.destinataire();
        var etat = acces.of(List.of(one.id())).get(one.id());
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("destinataire", one);
        model.put("renvoi", vu.renvoi());
        model.put("demandable", vu.demandable(utilisateur));
        model.put("demande", one.parent() ? demandes.of(one.id()).orElse(null) : null);
        model.put("fait", fait);
        model.put(
                "separable",
                utilisateur.is(Profil.DIRECTEUR)
                        && separation.of(one.id(), utilisateur).isPresent());
        model.put("venu", etat != null && etat.venu());
        model.put("etape", etat == null ? null : etat.etape(clock.instant()));
        model.put("remis", day(etat == null ? null : etat.remisLe()));
        model.put("expire", day(etat == null ? null : etat.expireLe()));
        return page.titled(t("Donner un accès")).view("comptes/feuilles/donner", model);
    }

    private String day(@Nullable Instant at) {
        return at == null ? "" : Acces.day(LocalDate.ofInstant(at, clock.getZone()));
    }

    private Destinataire find(UUID id, Utilisateur utilisateur) {
        return destinataires.find(id, utilisateur).orElseThrow(Introuvable::new);
    }
}
