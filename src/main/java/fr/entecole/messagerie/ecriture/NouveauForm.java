package fr.entecole.messagerie.ecriture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.redaction.Brouillon;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.Uuids;
import fr.entecole.socle.web.Erreurs;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one types to begin a conversation.
///
/// @param a who was chosen of a short list
/// @param pour codes of publics, from the people picker
/// @param cherche what is searched for in it
/// @param geste `chercher` and `relire` show the page again
/// @param cle of this form: sent twice, it sends once
/// @param transmis id of the message that is passed on
/// @param vus how many readers the page had counted
record NouveauForm(
        String a,
        List<String> pour,
        String cherche,
        String geste,
        String objet,
        String texte,
        String sansReponse,
        String cle,
        String transmis,
        String vus) {

    static final int LONGEST_OBJET = 120;

    NouveauForm(
            @Nullable String a,
            @Nullable List<String> pour,
            @Nullable String cherche,
            @Nullable String geste,
            @Nullable String objet,
            @Nullable String texte,
            @Nullable String sansReponse,
            @Nullable String cle,
            @Nullable String transmis,
            @Nullable String vus) {
        this.a = Objects.requireNonNullElse(a, "");
        this.pour = pour == null ? List.of() : List.copyOf(pour);
        this.cherche = Objects.requireNonNullElse(cherche, "");
        this.geste = Objects.requireNonNullElse(geste, "");
        this.objet = Objects.requireNonNullElse(objet, "").strip().replaceAll("\\s+", " ");
        this.texte = Objects.requireNonNullElse(texte, "");
        this.sansReponse = Objects.requireNonNullElse(sansReponse, "");
        this.cle = Objects.requireNonNullElse(cle, "");
        this.transmis = Objects.requireNonNullElse(transmis, "");
        this.vus = Objects.requireNonNullElse(vus, "");
    }

    static NouveauForm empty(String a, String objet, String texte, String transmis) {
        return new NouveauForm(
                a, List.of(), "", "", objet, texte, "", Uuids.v7().toString(), transmis, "");
    }

    /// What was being typed there, where it was kept.
    NouveauForm orDraft(@Nullable Brouillon brouillon) {
        return brouillon == null
                ? this
                : new NouveauForm(
                        brouillon.choix("a").stream().findFirst().orElse(a),
                        brouillon.choix("pour"),
                        "",
                        "",
                        brouillon.champ("objet", objet),
                        brouillon.champ("texte", texte),
                        brouillon.choix("sansReponse").stream().findFirst().orElse(""),
                        cle,
                        transmis,
                        "");
    }

    boolean saw(int lecteurs) {
        return vus.equals(String.valueOf(lecteurs));
    }

    boolean closed() {
        return !sansReponse.isEmpty();
    }

    boolean again() {
        return geste.equals("chercher") || geste.equals("relire");
    }

    TexteRiche redige() {
        return TexteRiche.of(texte);
    }

    /// Of this form; another where it has lost its own.
    UUID jeton() {
        return uuid(cle).orElseGet(Uuids::v7);
    }

    Optional<UUID> passedOn() {
        return uuid(transmis);
    }

    private static Optional<UUID> uuid(String words) {
        try {
            return words.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(words));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// @param texte what is said, typed or not
    void judge(TexteRiche texte, int longest, Erreurs erreurs) {
        if (objet.isEmpty()) {
            erreurs.add("objet", t("Dites en quelques mots de quoi il s’agit."));
        } else if (objet.length() > LONGEST_OBJET || objet.chars().anyMatch(c -> c < ' ')) {
            erreurs.add("objet", t("Raccourcissez l’objet\u00a0: {0} caractères au plus.", LONGEST_OBJET));
        }
        LettresEcrites.judge(texte, longest, "texte", erreurs);
    }
}
