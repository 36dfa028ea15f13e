package fr.entecole.comptes.portes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Petits.Classe;
import fr.entecole.annuaire.Petits.Petit;
import fr.entecole.comptes.ActeComptes;
import fr.entecole.comptes.appareils.ClasseOuverte;
import fr.entecole.comptes.images.Besoin;
import fr.entecole.comptes.images.Image;
import fr.entecole.comptes.images.ImagesSecretes;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Ouvert;
import fr.entecole.socle.Page;
import fr.entecole.socle.Registre;
import fr.entecole.socle.web.Adresse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A child of an open class touches two secret pictures, one after the other; the first time, chooses them. Nothing of
/// them is in an address, on the screen once touched, nor in the journal. ADR 0036.
@Ouvert
@Controller
class ImagesController {

    private static final String PAGE = "/classe/images";

    private final EntreeDesPetits porte;
    private final ImagesSecretes images;
    private final Journal journal;

    ImagesController(EntreeDesPetits porte, ImagesSecretes images, Journal journal) {
        this.porte = porte;
        this.images = images;
        this.journal = journal;
    }

    /// @param mot what went wrong: `faux` the pair, `autre` twice the same one
    @GetMapping(PAGE)
    ModelAndView show(Page page, @RequestParam(defaultValue = "") String mot, HttpServletRequest request) {
        return here(page, request, (enfant, besoin) -> {
            var touchees = enfant.touchees();
            Map<String, @Nullable Object> model = new HashMap<>();
            model.put("etiquette", enfant.classe().etiquette(touchees.eleve()).orElseThrow());
            model.put("classe", enfant.classe());
            model.put("besoin", besoin);
            model.put("mot", mot);
            model.put("pleines", touchees.une() == null ? 0 : 1);
            model.put("images", Image.shuffled());
            model.put("choisies", chosen(touchees));
            return page.in(Registre.MATERNELLE).titled(t("Les images secrètes")).view("comptes/portes/images", model);
        });
    }

    @PostMapping(PAGE)
    ModelAndView touch(Page page, @RequestParam Image image, HttpServletRequest request) {
        return here(page, request, (enfant, besoin) -> {
            var session = request.getSession();
            var eleve = enfant.petit().id();
            var touchees = enfant.touchees();
            var print = images.print(eleve, image);
            if (besoin == Besoin.ATTENDRE || touchees.deux() != null) {
                return Adresse.go(PAGE);
            }
            var une = touchees.une();
            if (une == null) {
                Touchees.first(session, print);
                return Adresse.go(PAGE);
            }
            if (besoin == Besoin.CHOISIR) {
                if (une.equals(print)) {
                    return Adresse.go(PAGE + "?mot=autre");
                }
                Touchees.second(session, print);
                return Adresse.go(PAGE);
            }
            Touchees.first(session, null);
            if (images.opens(eleve, une, print)) {
                Touchees.end(session);
                return Adresse.go(porte.letIn(eleve, request));
            }
            porte.compte(eleve)
                    .ifPresent(compte -> journal.record(Fait.of(ActeComptes.CONNEXION_REFUSEE, compte)
                            .inEcole(enfant.classe().ecoleId())
                            .from(request.getRemoteAddr())
                            .with(Map.of("raison", "images"))));
            return Adresse.go(PAGE + "?mot=faux");
        });
    }

    /// The child has seen both: they are theirs.
    @PostMapping("/classe/images/choix")
    ModelAndView keep(Page page, @RequestParam(defaultValue = "true") boolean garder, HttpServletRequest request) {
        return here(page, request, (enfant, besoin) -> {
            var session = request.getSession();
            var touchees = enfant.touchees();
            var eleve = enfant.petit().id();
            if (!garder || besoin != Besoin.CHOISIR || touchees.une() == null || touchees.deux() == null) {
                Touchees.first(session, null);
                return Adresse.go(PAGE);
            }
            porte.compte(eleve)
                    .ifPresent(compte -> images.choose(
                            enfant.classe().ecoleId(),
                            eleve,
                            compte,
                            Objects.requireNonNull(touchees.une()),
                            Objects.requireNonNull(touchees.deux())));
            Touchees.end(session);
            return Adresse.go(porte.letIn(eleve, request));
        });
    }

    private List<Image> chosen(Touchees touchees) {
        var une = touchees.une();
        var deux = touchees.deux();
        return une == null || deux == null
                ? List.of()
                : List.of(images.read(touchees.eleve(), une), images.read(touchees.eleve(), deux));
    }

    private ModelAndView here(Page page, HttpServletRequest request, BiFunction<Enfant, Besoin, ModelAndView> then) {
        var ouverte = ClasseOuverte.of(request);
        var touchees = Touchees.of(request.getSession(false));
        if (ouverte == null || touchees == null || page.utilisateur() != null) {
            return Adresse.go("/classe");
        }
        var enfant = porte.classe(ouverte)
                .flatMap(classe -> EntreeDesPetits.find(classe, touchees.eleve())
                        .map(petit -> new Enfant(classe, petit, touchees)))
                .orElse(null);
        if (enfant == null) {
            return Adresse.go("/classe");
        }
        var besoin = images.besoin(
                ouverte.classe(), enfant.petit().id(), enfant.petit().niveau());
        return besoin == Besoin.RIEN
                ? Adresse.go(porte.letIn(enfant.petit().id(), request))
                : then.apply(enfant, besoin);
    }

    private record Enfant(Classe classe, Petit petit, Touchees touchees) {}
}
