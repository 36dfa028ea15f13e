package fr.entecole.comptes.separation;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.codes.Codes;
import fr.entecole.comptes.codes.CodesMontres;
import fr.entecole.comptes.separation.Separation.Reunis;
import fr.entecole.comptes.sessions.MesSeances;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Confirmee;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One's own: what each account keeps is read first, then the code that opens the other one stands on the same page
/// until one says that it is noted, or for a quarter of an hour.
@Controller
@Pour({Profil.PARENT, Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL})
@RequestMapping(MaSeparationController.PAGE)
class MaSeparationController {

    static final String PAGE = "/mon-compte/separation";

    private static final ZoneId ICI = ZoneId.of("Europe/Paris");

    private final Separation separation;
    private final Comptes comptes;
    private final Codes codes;
    private final CodesMontres montres;
    private final MesSeances seances;

    MaSeparationController(
            Separation separation, Comptes comptes, Codes codes, CodesMontres montres, MesSeances seances) {
        this.separation = separation;
        this.comptes = comptes;
        this.codes = codes;
        this.montres = montres;
        this.seances = seances;
    }

    /// @param compte the other account
    @GetMapping
    ModelAndView show(
            Page page,
            Utilisateur utilisateur,
            @RequestParam Optional<UUID> compte,
            HttpSession session,
            HttpServletResponse response) {
        var code = compte.flatMap(id -> montres.of(session, id));
        if (code.isEmpty()) {
            return compte.flatMap(id -> separation.mine(utilisateur, id))
                    .map(reunis -> ask(page, reunis))
                    .orElseGet(MaSeparationController::away);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        return page.titled(t("Comptes séparés"))
                .view(
                        "comptes/separation/faite",
                        Map.of(
                                "autre",
                                compte.flatMap(comptes::byId).orElseThrow(Introuvable::new),
                                "code",
                                code.get(),
                                "jusque",
                                LocalDate.ofInstant(codes.until(), ICI)));
    }

    @Confirmee
    @PostMapping
    ModelAndView part(
            Page page, Utilisateur utilisateur, @RequestParam Optional<UUID> compte, HttpServletRequest request) {
        var found = compte.flatMap(id -> separation.mine(utilisateur, id));
        if (found.isEmpty()) {
            return away(); // parted already, or nobody's
        }
        var reunis = found.get();
        if (!separation.part(reunis, utilisateur)) {
            return ask(page.with(SeparationController.stopped()), reunis);
        }
        var session = request.getSession();
        seances.end(reunis.compte(), MesSeances.print(session.getId()), "", request.getRemoteAddr());
        var personne = reunis.autre().personneId();
        var code = codes.issue(List.of(personne), utilisateur.compteId(), null).get(personne);
        if (code != null) {
            montres.keep(session, reunis.autre().id(), code);
        }
        return Adresse.go(PAGE + "?compte={compte}", reunis.autre().id());
    }

    @PostMapping("/fin")
    ModelAndView dismiss(@RequestParam Optional<UUID> compte, HttpSession session) {
        compte.ifPresent(id -> montres.dismiss(session, id));
        return Adresse.go("/mon-compte?fait=separation");
    }

    private static ModelAndView away() {
        return Adresse.go("/mon-compte");
    }

    private static ModelAndView ask(Page page, Reunis reunis) {
        return page.titled(t("Séparer deux comptes")).view("comptes/separation/mienne", Map.of("reunis", reunis));
    }
}
