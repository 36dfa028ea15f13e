package fr.entecole.conventions;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.conventions.regles.Attente;
import fr.entecole.conventions.regles.EcoleInscrite;
import fr.entecole.conventions.regles.Etat;
import fr.entecole.conventions.regles.Parametres;
import fr.entecole.courriel.Courriel;
import fr.entecole.courriel.Courriels;
import fr.entecole.socle.AdressePublique;
import fr.entecole.socle.Dates;
import fr.entecole.socle.langue.Langue;
import java.time.Clock;
import java.util.List;
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
                schools(convention.parametres(), convention.ecoles())
                        + "\n"
                        + t("Pour continuer\u00a0: relisez la convention, puis transmettez-la.")));
    }

    /// The same of a declaration that came without an account: its link, which serves once, makes it one.
    public void toConfirm(String courriel, Parametres parametres, List<EcoleInscrite> ecoles, String lien) {
        inFrench(() -> courriels.enqueue(new Courriel(
                courriel,
                t(
                        "Votre déclaration pour l’ENT-École, {0}\u00a0: à confirmer",
                        parametres.anneeScolaire().toString()),
                String.join(
                        "\n\n",
                        t("Bonjour,"),
                        schools(parametres, ecoles),
                        t("Pour continuer, ouvrez ce lien. Il sert une seule fois, pendant sept jours\u00a0:"),
                        lien,
                        t("Si ce n’est pas vous, ne faites rien\u00a0: sans ce lien, la déclaration est oubliée.")))));
    }

    private static String schools(Parametres parametres, List<EcoleInscrite> ecoles) {
        return t(
                        "Vous avez inscrit {0, plural, one {une école} other {# écoles}} pour l’année scolaire {1}\u00a0:",
                        ecoles.size(), parametres.anneeScolaire().toString())
                + "\n\n"
                + codes(ecoles)
                + "\n\n"
                + t(
                        "Montant\u00a0: {0} par école, soit {1}.",
                        parametres.prixParEcole().chiffres(),
                        parametres.montant(ecoles.size()).chiffres());
    }

    /// Says whose turn it is, when it is the commune’s, or that all is signed.
    public void tour(Convention convention) {
        var today = Dates.day(clock.instant());
        inFrench(() -> {
            var attentes = convention.attentes(today);
            var words = attentes.isEmpty() && convention.etat(today) == Etat.ACTIVE
                    ? t("Elle est active\u00a0: tout est là.")
                    : attentes.stream()
                            .map(LettresAuxCommunes::awaited)
                            .filter(phrase -> !phrase.isEmpty())
                            .collect(Collectors.joining("\n"));
            if (!words.isEmpty()) {
                send(convention, t("Votre convention ENT-École, {0}", convention.anneeScolaire()), words);
            }
        });
    }

    /// Of the region nothing is said: the letter goes to the commune.
    private static String awaited(Attente attente) {
        return switch (attente) {
            case TRANSMISSION -> t("Elle est en brouillon\u00a0: relisez-la, puis transmettez-la.");
            case SIGNATURE_COMMUNE -> t("Elle attend la signature de la commune.");
            case ACTE -> t("Elle est active. Il reste à déposer la délibération du conseil ou la décision du maire.");
            case AVENANT_COMMUNE -> t("Son avenant attend la signature de la commune.");
            default -> "";
        };
    }

    /// Some weeks before its last day, when nothing follows it.
    void ends(Convention convention) {
        inFrench(() -> send(
                convention,
                t(
                        "Votre convention ENT-École finit le {0}",
                        Dates.words(convention.parametres().fin())),
                t(
                        "{0, plural, one {Son école ferme} other {Ses # écoles ferment}} ensuite, si la commune ne déclare pas l’année suivante. La déclaration reprend vos écoles\u00a0: dix minutes suffisent.",
                        convention.listed(Dates.day(clock.instant())).size())));
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

    private static String codes(List<EcoleInscrite> ecoles) {
        return ecoles.stream().map(LettresAuxCommunes::code).collect(Collectors.joining("\n"));
    }

    private static String code(EcoleInscrite ecole) {
        return t("{0}, {1}, {2}", ecole.uai(), ecole.nom(), ecole.commune());
    }
}
