package fr.entecole.conventions.commune;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.conventions.Convention;
import fr.entecole.conventions.ConventionImprimee;
import fr.entecole.conventions.regles.Cessation.Etape;
import fr.entecole.socle.Dates;
import java.util.List;

/// What the letters of article 10 (2020-21) or 11 say, to be completed by hand.
final class LettreDeFin {

    private static final String BLANK = "……………………";

    private LettreDeFin() {}

    static ConventionImprimee.Lettre of(Convention convention, Etape etape, boolean region, String date) {
        var dite = convention.declaration();
        var parametres = convention.parametres();
        var signataire = parametres.signataire();
        var commune = List.of(dite.denomination(), dite.adresse());
        var etat = List.of(parametres.etat(), t("31, rue de l’Université"), t("34064 Montpellier Cedex 2"));
        return new ConventionImprimee.Lettre(
                region ? etat : commune,
                region ? commune : etat,
                region ? signataire.lieu() : BLANK,
                date,
                t(
                        "{0}, convention ENT-École n°\u00a0{1} ({2})",
                        subject(etape), convention.numero(), convention.anneeScolaire()),
                etape == Etape.PREAVIS ? t("Par lettre") : t("Lettre recommandée avec accusé de réception"),
                texte(convention, etape),
                region
                        ? List.of(signataire.nom().isEmpty() ? BLANK : signataire.nom(), signataire.qualite())
                        : List.of(dite.signataire(), dite.qualite()));
    }

    private static String subject(Etape etape) {
        return switch (etape) {
            case PREAVIS -> t("dénonciation avec préavis");
            case MISE_EN_DEMEURE -> t("mise en demeure");
            case RESILIATION -> t("résiliation");
            default -> etape.libelle();
        };
    }

    private static List<String> texte(Convention convention, Etape etape) {
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
                        "",
                        t(
                                "Nous proposons qu’une conciliation s’engage, au plus tard dans le délai d’un mois, à l’initiative de la partie la plus diligente."));
            case RESILIATION ->
                List.of(
                        failed(convention),
                        "",
                        t(
                                "La résiliation prend effet à l’expiration d’un délai de quinze jours suivant l’envoi de cette lettre. Les sommes déjà perçues ne sont pas remboursées."),
                        convention.parametres().tribunal().isEmpty()
                                ? t("Nous restons à votre disposition pour tout échange d’ici là.")
                                : t(
                                        "À défaut d’accord amiable dans un délai d’un mois à compter de cette lettre, le litige pourra être porté devant le {0}.",
                                        convention.parametres().tribunal()));
            default -> List.of(t("Nous vous écrivons au sujet de la convention citée en objet."), "");
        };
    }

    private static String failed(Convention convention) {
        var first = convention.cessation().faites().get(Etape.MISE_EN_DEMEURE);
        return first == null
                ? t(
                        "La conciliation engagée après notre mise en demeure a échoué. Nous résilions la convention citée en objet, pour les motifs suivants\u00a0:")
                : t(
                        "La conciliation engagée après notre mise en demeure du {0} a échoué. Nous résilions la convention citée en objet, pour les motifs suivants\u00a0:",
                        Dates.words(first));
    }
}
