package fr.entecole.conventions.commune;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.conventions.Annees;
import fr.entecole.conventions.Convention;
import fr.entecole.conventions.ConventionAccess;
import fr.entecole.conventions.Conventions;
import fr.entecole.conventions.LectureDesConventions;
import fr.entecole.conventions.Propositions;
import fr.entecole.conventions.regles.ActeLocal;
import fr.entecole.conventions.regles.Etat;
import fr.entecole.conventions.signature.Habilitations;
import fr.entecole.conventions.titres.LectureDesTitres;
import fr.entecole.documents.Documents;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The conventions of a commune, and one of them whole, as the commune and the region read it.
@Controller
class ConventionsController {

    private final LectureDesConventions lecture;
    private final LectureDesTitres titres;
    private final Annees annees;
    private final Documents documents;
    private final Propositions propositions;
    private final Habilitations habilitations;

    ConventionsController(
            LectureDesConventions lecture,
            LectureDesTitres titres,
            Annees annees,
            Documents documents,
            Propositions propositions,
            Habilitations habilitations) {
        this.habilitations = habilitations;
        this.propositions = propositions;
        this.lecture = lecture;
        this.titres = titres;
        this.annees = annees;
        this.documents = documents;
    }

    @Pour({Profil.REFERENT_VILLE, Profil.MAIRE, Profil.FINANCES})
    @GetMapping("/conventions")
    ModelAndView list(Page page, Utilisateur utilisateur) {
        var insee = Optional.ofNullable(utilisateur.commune()).orElseThrow(Introuvable::new);
        var conventions = lecture.ofCommune(insee);
        return page.titled(t("Les conventions de la commune"))
                .view(
                        "conventions/commune/conventions",
                        Map.of(
                                "conventions",
                                conventions,
                                "ouvertes",
                                ConventionAccess.of(utilisateur).writes(Set.of(insee))
                                        ? undeclared(insee, conventions, page.aujourdhui())
                                        : List.of(),
                                "propositions",
                                propositions.to(
                                        insee,
                                        AnneeScolaire.of(page.aujourdhui()).rentree())));
    }

    /// Years that the region has published, that are not over, and for which nothing was sent.
    private List<Annees.Version> undeclared(String insee, List<Convention> conventions, LocalDate today) {
        var sent = conventions.stream()
                .filter(c ->
                        c.insee().equals(insee) && c.etat(today) != Etat.RESILIEE && c.etat(today) != Etat.BROUILLON)
                .map(Convention::annee)
                .toList();
        int now = AnneeScolaire.of(today).rentree();
        return annees.all().stream()
                .filter(v -> v.parametres().annee() >= now
                        && !v.parametres().fin().isBefore(today)
                        && !sent.contains(v.parametres().annee()))
                .toList();
    }

    /// @param fait what was just done
    @Pour({Profil.REFERENT_VILLE, Profil.MAIRE, Profil.FINANCES, Profil.ADMINISTRATEUR})
    @GetMapping("/conventions/{id}")
    ModelAndView show(
            Page page, Utilisateur utilisateur, @PathVariable UUID id, @RequestParam(defaultValue = "") String fait) {
        var convention = lecture.readable(utilisateur, id);
        var history = lecture.history(id);
        var pieces = documents.of(
                Conventions.SALLE,
                history.stream().map(LectureDesConventions.Etapes::id).toList());
        var acte = history.stream().filter(e -> e.acte() != null).findFirst();
        var remarques = acte.map(e -> remarks(convention, Objects.requireNonNull(e.acte()), page.aujourdhui()))
                .orElse(List.of());
        return page.titled(t("Convention {0}", convention.anneeScolaire()))
                .view(
                        "conventions/commune/convention",
                        Map.of(
                                "convention",
                                convention,
                                "acces",
                                ConventionAccess.of(utilisateur),
                                "habilite",
                                utilisateur.is(Profil.MAIRE)
                                        || habilitations
                                                .of(utilisateur, page.aujourdhui())
                                                .isPresent(),
                                "history",
                                history,
                                "depot",
                                acte,
                                "remarques",
                                remarques,
                                "pieces",
                                pieces,
                                "titres",
                                titres.ofConvention(id),
                                "fait",
                                // what is wrong with the act is not told below a word that all is well
                                fait.equals("acte") && !remarques.isEmpty() ? "" : Faits.phrase(fait)));
    }

    private static List<String> remarks(Convention convention, ActeLocal acte, LocalDate today) {
        return acte.remarks(
                convention.annee(),
                convention.billed(today).size(),
                convention.montant(today),
                convention.declaration().siret(),
                convention.signatures().commune());
    }
}
