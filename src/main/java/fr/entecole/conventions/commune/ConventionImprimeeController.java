package fr.entecole.conventions.commune;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.conventions.Convention;
import fr.entecole.conventions.ConventionAccess;
import fr.entecole.conventions.ConventionImprimee;
import fr.entecole.conventions.LectureDesConventions;
import fr.entecole.conventions.regles.Cessation.Etape;
import fr.entecole.papier.Feuillet;
import fr.entecole.papier.Imprimerie;
import fr.entecole.papier.Imprimerie.Attente;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A convention, its avenants and the letters that end it, as files to print and sign.
@Pour({Profil.REFERENT_VILLE, Profil.MAIRE, Profil.FINANCES, Profil.ADMINISTRATEUR})
@Controller
class ConventionImprimeeController {

    private final LectureDesConventions lecture;
    private final Imprimerie imprimerie;

    ConventionImprimeeController(LectureDesConventions lecture, Imprimerie imprimerie) {
        this.lecture = lecture;
        this.imprimerie = imprimerie;
    }

    @PostMapping("/conventions/{id}/document")
    @Nullable
    ModelAndView document(Page page, Utilisateur utilisateur, HttpServletResponse response, @PathVariable UUID id)
            throws IOException {
        var convention = lecture.readable(utilisateur, id);
        return print(
                page,
                response,
                convention,
                Map.of(),
                "convention-" + convention.numero(),
                () -> ConventionImprimee.of(convention).feuillet());
    }

    @PostMapping("/conventions/{id}/avenants/{avenant}/document")
    @Nullable
    ModelAndView avenant(
            Page page,
            Utilisateur utilisateur,
            HttpServletResponse response,
            @PathVariable UUID id,
            @PathVariable UUID avenant)
            throws IOException {
        var convention = lecture.readable(utilisateur, id);
        var found = convention.avenants().stream()
                .filter(a -> a.id().equals(avenant))
                .findFirst()
                .orElseThrow(Introuvable::new);
        return print(
                page,
                response,
                convention,
                Map.of(),
                "avenant-" + convention.numero() + "-" + found.numero(),
                () -> ConventionImprimee.avenant(convention, found));
    }

    /// A draft of the letter of a step, from whoever asks for it to the other side.
    @PostMapping("/conventions/{id}/fin/lettre")
    @Nullable
    ModelAndView letter(
            Page page,
            Utilisateur utilisateur,
            HttpServletResponse response,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String etape)
            throws IOException {
        var convention = lecture.readable(utilisateur, id);
        var step = CessationController.parse(etape).orElseThrow(Introuvable::new);
        boolean region = ConventionAccess.of(utilisateur).region();
        return print(
                page,
                response,
                convention,
                Map.of("etape", etape),
                "lettre-" + convention.numero(),
                () -> ConventionImprimee.lettre(
                        Lettres.of(convention, step, region, Dates.words(page.aujourdhui()))));
    }

    private @Nullable ModelAndView print(
            Page page,
            HttpServletResponse response,
            Convention convention,
            Map<String, String> champs,
            String fichier,
            Supplier<Feuillet> feuillet)
            throws IOException {
        return imprimerie.print(
                page,
                new Attente(
                        champs,
                        t("Rien n’est envoyé ni signé par ce document."),
                        "/conventions/" + convention.id(),
                        t("Retour à la convention")),
                response,
                () -> {
                    try (var tirage = imprimerie.open(response, fichier)) {
                        tirage.add(List.of(feuillet.get()));
                        tirage.finish();
                    }
                    return null;
                });
    }

    /// What the letters of article 10 (2020-21) or 11 say, to be completed by hand.
    static final class Lettres {

        private Lettres() {}

        static ConventionImprimee.Lettre of(Convention convention, Etape etape, boolean region, String date) {
            var dite = convention.declaration();
            var signataire = convention.parametres().signataire();
            var commune = dite.denomination() + ", " + dite.adresse();
            var etat = t("Région académique Occitanie, 31, rue de l’Université, 34064 Montpellier Cedex 2");
            return new ConventionImprimee.Lettre(
                    region ? etat : commune,
                    region ? commune : etat,
                    region ? signataire.lieu() : "……………………",
                    date,
                    t(
                            "{0}, convention ENT-École n°\u00a0{1} ({2})",
                            etape.libelle(), convention.numero(), convention.anneeScolaire()),
                    etape == Etape.PREAVIS ? t("Par lettre") : t("Lettre recommandée avec accusé de réception"),
                    texte(convention, etape));
        }

        private static List<String> texte(Convention convention, Etape etape) {
            var blank = "…………………………………………………………………………";
            return switch (etape) {
                case PREAVIS ->
                    List.of(
                            t(
                                    "Nous dénonçons la convention citée en objet, avec le préavis de {0, plural, one {un mois} other {# mois}} qu’elle prévoit, à compter de la notification de cette lettre.",
                                    convention.parametres().preavis()),
                            t("Les sommes déjà perçues ne sont pas remboursées."));
                case MISE_EN_DEMEURE ->
                    List.of(
                            t(
                                    "Nous estimons que la convention citée en objet n’est pas respectée. La présente lettre vaut mise en demeure. Nos griefs sont les suivants\u00a0:"),
                            blank,
                            t(
                                    "Nous proposons qu’une conciliation s’engage, au plus tard dans le délai d’un mois, à l’initiative de la partie la plus diligente."));
                case RESILIATION ->
                    List.of(
                            t(
                                    "La conciliation engagée après notre mise en demeure a échoué. Nous résilions la convention citée en objet, pour les motifs suivants\u00a0:"),
                            blank,
                            t(
                                    "La résiliation prend effet à l’expiration d’un délai de quinze jours suivant l’envoi de cette lettre. Les sommes déjà perçues ne sont pas remboursées."),
                            convention.parametres().tribunal().isEmpty()
                                    ? ""
                                    : t(
                                            "À défaut d’accord amiable dans un délai d’un mois à compter de cette lettre, le litige pourra être porté devant le {0}.",
                                            convention.parametres().tribunal()));
                default -> List.of(t("Nous vous écrivons au sujet de la convention citée en objet."), blank);
            };
        }
    }
}
