package fr.entecole.conventions;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.conventions.regles.EcoleInscrite;
import fr.entecole.courriel.Courriel;
import fr.entecole.courriel.Courriels;
import fr.entecole.socle.AdressePublique;
import fr.entecole.socle.Dates;
import fr.entecole.socle.langue.Langue;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Letters to the contact that a commune has given: what it has declared, that its turn has come, what is to be
/// corrected. The page says the same; no letter carries a secret.
@Component
public class LettresAuxCommunes {

    private final Courriels courriels;
    private final AdressePublique adresse;
    private final Clock clock;

    LettresAuxCommunes(Courriels courriels, AdressePublique adresse, Clock clock) {
        this.courriels = courriels;
        this.adresse = adresse;
        this.clock = clock;
    }

    /// Lists the codes of the schools, as the annex of 2020-21 promises.
    public void declared(Convention convention) {
        inFrench(() -> send(
                convention,
                t("Votre déclaration pour l’ENT-École, {0}", convention.anneeScolaire()),
                t(
                                "Vous avez inscrit {0, plural, one {une école} other {# écoles}} pour l’année scolaire {1}\u00a0:",
                                convention.ecoles().size(), convention.anneeScolaire())
                        + "\n\n"
                        + codes(convention)
                        + "\n\n"
                        + t(
                                "Montant\u00a0: {0} par école, soit {1}.",
                                convention.parametres().prixParEcole().chiffres(),
                                convention
                                        .parametres()
                                        .montant(convention.ecoles().size())
                                        .chiffres())
                        + "\n"
                        + t("Pour continuer\u00a0: relisez la convention, puis transmettez-la.")));
    }

    /// Says whose turn it is, when it is the commune’s, or that all is signed.
    public void tour(Convention convention) {
        var today = Dates.day(clock.instant());
        inFrench(() -> {
            var words = switch (convention.etat(today)) {
                case BROUILLON -> t("Elle est en brouillon\u00a0: relisez-la, puis transmettez-la.");
                case TRANSMISE, SIGNEE_REGION -> t("Elle attend la signature de la commune.");
                case ACTIVE ->
                    convention.acte()
                            ? t("Elle est active\u00a0: tout est là.")
                            : t(
                                    "Elle est active. Il reste à déposer la délibération du conseil ou la décision du maire.");
                default -> "";
            };
            if (!words.isEmpty()) {
                send(convention, t("Votre convention ENT-École, {0}", convention.anneeScolaire()), words);
            }
        });
    }

    public void back(Convention convention, String motif) {
        inFrench(() -> send(
                convention,
                t("Votre convention ENT-École, {0}\u00a0: à corriger", convention.anneeScolaire()),
                t("La région académique vous la rend avec cette remarque\u00a0: {0}", motif)));
    }

    /// Letters are in French, whoever’s gesture sends them.
    private void inFrench(Runnable letter) {
        Langue.FRANCAIS.call(() -> {
            letter.run();
            return true;
        });
    }

    private void send(Convention convention, String sujet, String texte) {
        courriels.enqueue(new Courriel(
                convention.declaration().courriel(),
                sujet,
                t("Bonjour,") + "\n\n" + texte + "\n\n" + adresse.lien("/conventions/" + convention.id()) + "\n"));
    }

    private static String codes(Convention convention) {
        return convention.ecoles().stream().map(LettresAuxCommunes::code).collect(Collectors.joining("\n"));
    }

    private static String code(EcoleInscrite ecole) {
        return t("{0}, {1}, {2}", ecole.uai(), ecole.nom(), ecole.commune());
    }
}
