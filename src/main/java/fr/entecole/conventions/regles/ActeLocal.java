package fr.entecole.conventions.regles;

import static fr.entecole.socle.Phrases.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The commune’s own act: the deliberation of its council, or a decision of the mayor under a delegation of it (code
/// général des collectivités territoriales, L2122-22). Signed before it is voted is a normal state.
///
/// @param accuse identifier of the prefecture’s receipt; null: not given
/// @param recuLe,afficheLe when the prefecture received it, when it was posted
/// @param vote « à l’unanimité »; empty for a decision
/// @param delegation number of the deliberation that delegates; empty for a deliberation
/// @param delegationDu its day
/// @param annee school year that it speaks of
/// @param ecoles how many schools it names
/// @param montant what it commits, in cents
public record ActeLocal(
        Nature nature,
        String numero,
        LocalDate jour,
        @Nullable AccuseDeReception accuse,
        @Nullable LocalDate recuLe,
        @Nullable LocalDate afficheLe,
        String vote,
        String delegation,
        @Nullable LocalDate delegationDu,
        int annee,
        int ecoles,
        long montant) {

    public enum Nature {
        DELIBERATION,
        DECISION;

        public String libelle() {
            return switch (this) {
                case DELIBERATION -> t("Délibération du conseil");
                case DECISION -> t("Décision du maire");
            };
        }
    }

    /// What does not agree with the convention, in plain words: said, never in the way.
    ///
    /// @param siret of the collectivity
    /// @param signeeCommune day on which it signed; null: not yet
    public List<String> remarks(
            int anneeConvention, int ecolesConvention, Montant du, String siret, @Nullable LocalDate signeeCommune) {
        List<String> remarks = new ArrayList<>();
        if (annee != anneeConvention) {
            remarks.add(t("L’acte parle d’une autre année scolaire."));
        }
        if (ecoles != ecolesConvention) {
            remarks.add(t(
                    "L’acte nomme {0, plural, one {une école} other {# écoles}}, la convention en compte {1}.",
                    ecoles, ecolesConvention));
        }
        if (montant < du.centimes()) {
            remarks.add(t("L’acte engage {0}, la convention {1}.", new Montant(montant).chiffres(), du.chiffres()));
        }
        if (nature == Nature.DECISION && (delegation.isEmpty() || delegationDu == null)) {
            remarks.add(
                    t(
                            "Une décision cite la délibération qui délègue (article L2122-22)\u00a0: il manque son numéro ou sa date."));
        } else if (nature == Nature.DECISION && delegationDu != null && delegationDu.isAfter(jour)) {
            remarks.add(t("La délégation est postérieure à la décision\u00a0: elle n’était pas en vigueur."));
        }
        if (accuse == null) {
            remarks.add(t("L’accusé de réception de la préfecture manque encore."));
        } else {
            if (!accuse.isOf(siret)) {
                remarks.add(t("L’accusé de réception porte le numéro d’une autre collectivité."));
            }
            if (!accuse.jour().equals(jour)) {
                remarks.add(t("La date de l’accusé de réception n’est pas celle de l’acte."));
            }
        }
        if (recuLe != null && recuLe.isBefore(jour)) {
            remarks.add(t("La préfecture l’aurait reçu avant qu’il soit pris."));
        }
        if (signeeCommune != null && signeeCommune.isBefore(jour)) {
            remarks.add(t("La convention a été signée avant l’acte\u00a0: c’est admis, l’acte la régularise."));
        }
        return remarks;
    }
}
