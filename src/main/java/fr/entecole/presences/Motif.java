package fr.entecole.presences;

import static fr.entecole.socle.Phrases.t;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The reasons that the law knows (code de l'éducation, L131-8), those that it leaves to the State's authority, and
/// none. A constant that was stored is never renamed.
///
/// @see Legitimite
public enum Motif {
    MAL("L131-8", true),
    MALCONT("L131-8", true),
    REUFAM("L131-8", true),
    TRANSP("L131-8", true),
    ACCRESP("L131-8", true),
    /// care, speech therapy, under an individual plan
    SOIN("L131-8", true),
    /// granted beforehand by the DASEN
    AUT("R131-5", true),
    AUTRE("L131-8", false),
    SANSMOTIF("R131-5", false);

    private final String article;
    private final boolean legitime;

    Motif(String article, boolean legitime) {
        this.article = article;
        this.legitime = legitime;
    }

    public static Optional<Motif> of(String code) {
        return Arrays.stream(values()).filter(m -> m.name().equals(code)).findFirst();
    }

    /// Those among which a guardian chooses.
    public static List<Motif> ofFamilles() {
        return List.of(MAL, MALCONT, REUFAM, TRANSP, ACCRESP, SOIN, AUTRE);
    }

    public String article() {
        return article;
    }

    public boolean legitime() {
        return legitime;
    }

    public String libelle() {
        return switch (this) {
            case MAL -> t("Maladie de l’enfant");
            case MALCONT -> t("Maladie contagieuse dans la famille");
            case REUFAM -> t("Réunion solennelle de famille");
            case TRANSP -> t("Empêchement de transport");
            case ACCRESP -> t("L’enfant suit ses responsables, absents un temps");
            case SOIN -> t("Soins ou rééducation");
            case AUT -> t("Autorisation de l’académie");
            case AUTRE -> t("Autre raison");
            case SANSMOTIF -> t("Aucune raison donnée");
        };
    }
}
