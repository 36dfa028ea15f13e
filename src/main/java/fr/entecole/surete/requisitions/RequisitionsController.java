package fr.entecole.surete.requisitions;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.comptes.Comptes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import fr.entecole.socle.web.Option;
import fr.entecole.surete.requisitions.Requisitions.Demande;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Judicial requests, which two people of the region need.
@SousOnglet(OngletsAnnuaire.ANNUAIRE)
@Pour(Profil.ADMINISTRATEUR)
@Controller
class RequisitionsController {

    private static final int LONGEST = 300;

    private final Requisitions requisitions;
    private final Comptes comptes;
    private final Appellations appellations;

    RequisitionsController(Requisitions requisitions, Comptes comptes, Appellations appellations) {
        this.requisitions = requisitions;
        this.comptes = comptes;
        this.appellations = appellations;
    }

    @GetMapping("/surete/requisitions")
    ModelAndView list(Page page) {
        var last = requisitions.last();
        return page.titled(t("Les réquisitions"))
                .view(
                        "surete/requisitions/requisitions",
                        Map.of(
                                "requisitions",
                                last,
                                "noms",
                                appellations.personnes(
                                        last.stream().map(Requisition::personne).toList())));
    }

    @GetMapping("/surete/personnes/{id}/requisition")
    ModelAndView ask(Page page, @PathVariable UUID id) {
        compte(id);
        return form(page, id, Map.of());
    }

    @PostMapping("/surete/personnes/{id}/requisition")
    ModelAndView ask(
            Page page, Utilisateur utilisateur, @PathVariable UUID id, @RequestParam Map<String, String> champs) {
        var compte = compte(id);
        var du = Dates.typed(champs.getOrDefault("du", ""));
        var au = Dates.typed(champs.getOrDefault("au", ""));
        var erreurs = new Erreurs();
        if (requisitions.rooms().stream().noneMatch(r -> r.genre().equals(champs.get("genre")))) {
            erreurs.add("genre", t("Choisissez ce qui est demandé."));
        }
        if (du.isEmpty()) {
            erreurs.add("du", t("Écrivez le premier jour."));
        }
        if (au.isEmpty() || du.isPresent() && au.get().isBefore(du.get())) {
            erreurs.add("au", t("Écrivez le dernier jour, après le premier."));
        }
        said(champs, "reference")
                .ifPresentOrElse(_ -> {}, () -> erreurs.add("reference", t("Écrivez la référence de la réquisition.")));
        said(champs, "motif")
                .ifPresentOrElse(
                        _ -> {}, () -> erreurs.add("motif", t("Dites pourquoi, en {0} caractères au plus.", LONGEST)));
        if (!erreurs.isEmpty() || du.isEmpty() || au.isEmpty()) {
            return form(page.with(erreurs), id, champs);
        }
        var demande = new Demande(
                champs.getOrDefault("genre", ""),
                du.get().atStartOfDay(Dates.PARIS).toInstant(),
                au.get().plusDays(1).atStartOfDay(Dates.PARIS).toInstant(),
                champs.getOrDefault("motif", "").strip(),
                champs.getOrDefault("reference", "").strip());
        return Adresse.go("/surete/requisitions/{id}", requisitions.ask(compte, id, demande, utilisateur));
    }

    private static Optional<String> said(Map<String, String> champs, String champ) {
        return Optional.of(champs.getOrDefault(champ, "").strip())
                .filter(words -> !words.isEmpty() && words.length() <= LONGEST);
    }

    private UUID compte(UUID personne) {
        return comptes.ofPersonne(personne).orElseThrow(Introuvable::new);
    }

    private ModelAndView form(Page page, UUID personne, Map<String, String> champs) {
        return page.titled(t("Une réquisition"))
                .view(
                        "surete/requisitions/nouvelle",
                        Map.of(
                                "personne",
                                personne,
                                "nom",
                                appellations.personnes(List.of(personne)).getOrDefault(personne, ""),
                                "genres",
                                requisitions.rooms().stream()
                                        .map(room -> new Option(room.genre(), room.phrase(2), ""))
                                        .toList(),
                                "champs",
                                champs,
                                "hier",
                                page.aujourdhui().minusDays(1)));
    }

    @GetMapping("/surete/requisitions/{id}")
    ModelAndView show(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        var one = find(id);
        var people = new ArrayList<>(List.of(one.personne()));
        Optional.ofNullable(one.demandeePar()).ifPresent(people::add);
        Optional.ofNullable(one.accordeePar()).ifPresent(people::add);
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("requisition", one);
        model.put("noms", appellations.personnes(people));
        model.put("accorde", one.mayBeGrantedBy(utilisateur));
        model.put("lit", one.mayBeReadBy(utilisateur));
        model.put("dernier", LocalDate.ofInstant(one.au().minusSeconds(1), Dates.PARIS));
        return page.titled(t("Une réquisition")).view("surete/requisitions/requisition", model);
    }

    @PostMapping("/surete/requisitions/{id}/accord")
    ModelAndView grant(Utilisateur utilisateur, @PathVariable UUID id) {
        var one = find(id);
        if (!one.mayBeGrantedBy(utilisateur) || !requisitions.grant(one, utilisateur)) {
            throw new Introuvable();
        }
        return Adresse.go("/surete/requisitions/{id}", id);
    }

    @PostMapping("/surete/requisitions/{id}/refus")
    ModelAndView refuse(Utilisateur utilisateur, @PathVariable UUID id) {
        requisitions.refuse(find(id), utilisateur);
        return Adresse.go("/surete/requisitions/{id}", id);
    }

    /// Posted to, so that a page that is reloaded or remembered shows nothing.
    @PostMapping("/surete/requisitions/{id}/lecture")
    ModelAndView read(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        var one = find(id);
        if (!one.mayBeReadBy(utilisateur)) {
            throw new Introuvable();
        }
        return page.titled(t("Ce qui a été scellé"))
                .view(
                        "surete/requisitions/scelle",
                        Map.of("requisition", one, "lues", requisitions.read(one, utilisateur)));
    }

    private Requisition find(UUID id) {
        return requisitions.one(id).orElseThrow(Introuvable::new);
    }
}
