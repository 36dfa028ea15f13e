package fr.entecole.comptes.activation;

import org.jspecify.annotations.Nullable;

/// What the forms of a sheet send: its code, a birth date, a new password, and which step was sent.
public record SaisieDeFeuille(
        String code,
        String etape,
        String jour,
        String mois,
        String annee,
        String motDePasse,
        String confirmation,
        String proposer) {

    static final String DATE = "date";
    static final String MOT_DE_PASSE = "mot-de-passe";
    public static final String CONFIRME = "confirme";

    /// A field that a step does not have is empty.
    @SuppressWarnings("NullAway") // what the binding gives for a missing field
    public SaisieDeFeuille {
        code = or(code);
        etape = or(etape);
        jour = or(jour);
        mois = or(mois);
        annee = or(annee);
        motDePasse = or(motDePasse);
        confirmation = or(confirmation);
        proposer = or(proposer);
    }

    private static String or(@Nullable String field) {
        return field == null ? "" : field;
    }

    public Naissance naissance() {
        return new Naissance(jour, mois, annee);
    }
}
