package fr.entecole.conventions;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.conventions.regles.Redaction;
import java.util.Arrays;
import java.util.Optional;

/// The commune’s side, as it says it.
///
/// @param denomination « Commune de Lespignan »
/// @param forme legal form of an RPI; empty: none
/// @param qualite « Maire »
public record Declaration(
        Genre genre,
        String denomination,
        String forme,
        String siret,
        String adresse,
        String signataire,
        String qualite,
        String contact,
        String courriel) {

    public Redaction.Partie partie() {
        return new Redaction.Partie(
                forme.isEmpty() ? denomination : denomination + " (" + forme + ")",
                siret,
                adresse,
                signataire,
                qualite);
    }

    public enum Genre {
        COMMUNE,
        RPI,
        SYNDICAT,
        COMMUNAUTE;

        public static Optional<Genre> parse(String code) {
            return Arrays.stream(values()).filter(g -> g.name().equals(code)).findFirst();
        }

        public String libelle() {
            return switch (this) {
                case COMMUNE -> t("La commune");
                case RPI -> t("La commune, dans un regroupement pédagogique (RPI)");
                case SYNDICAT -> t("Un syndicat de communes");
                case COMMUNAUTE -> t("Une communauté de communes");
            };
        }
    }
}
