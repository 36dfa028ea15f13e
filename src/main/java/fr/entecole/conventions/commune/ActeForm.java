package fr.entecole.conventions.commune;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.conventions.Convention;
import fr.entecole.conventions.regles.AccuseDeReception;
import fr.entecole.conventions.regles.ActeLocal;
import fr.entecole.conventions.regles.ActeLocal.Nature;
import fr.entecole.conventions.regles.Montant;
import fr.entecole.socle.Dates;
import fr.entecole.socle.web.Erreurs;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The commune’s act, as typed from the paper.
record ActeForm(
        String nature,
        String numero,
        String jour,
        String accuse,
        String recu,
        String affiche,
        String vote,
        String delegation,
        String delegationDu,
        String annee,
        String ecoles,
        String montant) {

    private static final int LONGEST = 100;

    ActeForm(
            @Nullable String nature,
            @Nullable String numero,
            @Nullable String jour,
            @Nullable String accuse,
            @Nullable String recu,
            @Nullable String affiche,
            @Nullable String vote,
            @Nullable String delegation,
            @Nullable String delegationDu,
            @Nullable String annee,
            @Nullable String ecoles,
            @Nullable String montant) {
        this.nature = typed(nature);
        this.numero = typed(numero);
        this.jour = typed(jour);
        this.accuse = typed(accuse);
        this.recu = typed(recu);
        this.affiche = typed(affiche);
        this.vote = typed(vote);
        this.delegation = typed(delegation);
        this.delegationDu = typed(delegationDu);
        this.annee = typed(annee);
        this.ecoles = typed(ecoles);
        this.montant = typed(montant);
    }

    /// What the convention says: the act should say the same.
    static ActeForm of(Convention convention, LocalDate today) {
        return new ActeForm(
                Nature.DELIBERATION.name(),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                String.valueOf(convention.annee()),
                String.valueOf(convention.billed(today).size()),
                convention.montant(today).nombre());
    }

    Erreurs erreurs(LocalDate today) {
        var erreurs = new Erreurs();
        if (parsed().isEmpty()) {
            erreurs.add("nature", t("Choisissez ce que c’est."));
        }
        if (numero.isEmpty() || numero.length() > LONGEST) {
            erreurs.add("numero", t("Écrivez le numéro de l’acte, comme 2024-47."));
        }
        if (Dates.typed(jour).filter(d -> !d.isAfter(today)).isEmpty()) {
            erreurs.add("jour", t("Choisissez le jour de l’acte\u00a0: il est passé, ou c’est aujourd’hui."));
        }
        if (!accuse.isEmpty() && AccuseDeReception.read(accuse).isEmpty()) {
            erreurs.add(
                    "accuse",
                    t(
                            "Cet identifiant n’a pas la bonne forme. Recopiez-le en entier, comme 011-211102033-20240626-DM2024-47-CC, ou laissez vide."));
        }
        optional(erreurs, "recu", recu);
        optional(erreurs, "affiche", affiche);
        optional(erreurs, "delegationDu", delegationDu);
        if (vote.length() > LONGEST) {
            erreurs.add("vote", t("C’est trop long\u00a0: {0} caractères au plus.", LONGEST));
        }
        if (delegation.length() > LONGEST) {
            erreurs.add("delegation", t("C’est trop long\u00a0: {0} caractères au plus.", LONGEST));
        }
        if (!annee.matches("20\\d\\d")) {
            erreurs.add("annee", t("Choisissez l’année scolaire que l’acte nomme."));
        }
        if (!ecoles.matches("\\d{1,3}")) {
            erreurs.add("ecoles", t("Écrivez combien d’écoles l’acte nomme."));
        }
        if (Montant.typed(montant).isEmpty()) {
            erreurs.add("montant", t("Écrivez le montant que l’acte engage, comme 80."));
        }
        return erreurs;
    }

    private static void optional(Erreurs erreurs, String champ, String valeur) {
        if (!valeur.isEmpty() && Dates.typed(valeur).isEmpty()) {
            erreurs.add(champ, t("Choisissez un jour, ou laissez vide."));
        }
    }

    /// Of one without errors.
    ActeLocal acte() {
        return new ActeLocal(
                parsed().orElseThrow(),
                numero,
                Dates.typed(jour).orElseThrow(),
                AccuseDeReception.read(accuse).orElse(null),
                Dates.typed(recu).orElse(null),
                Dates.typed(affiche).orElse(null),
                vote,
                delegation,
                Dates.typed(delegationDu).orElse(null),
                Integer.parseInt(annee),
                Integer.parseInt(ecoles),
                Montant.typed(montant).orElseThrow().centimes());
    }

    private Optional<Nature> parsed() {
        return Arrays.stream(Nature.values())
                .filter(n -> n.name().equals(nature))
                .findFirst();
    }

    private static String typed(@Nullable String field) {
        return Objects.requireNonNullElse(field, "").strip();
    }
}
