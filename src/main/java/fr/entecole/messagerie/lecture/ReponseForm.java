package fr.entecole.messagerie.lecture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.redaction.Brouillon;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.Uuids;
import fr.entecole.socle.web.Erreurs;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one types to go on with a conversation.
///
/// @param a `tous`, else its author alone where there is a choice
/// @param certain the author has seen how many people read it
/// @param vus how many the page had said
record ReponseForm(String texte, String cle, String a, String certain, String vus) {

    /// Beyond this many readers one is asked again.
    static final int MANY = 5;

    ReponseForm(
            @Nullable String texte,
            @Nullable String cle,
            @Nullable String a,
            @Nullable String certain,
            @Nullable String vus) {
        this.texte = Objects.requireNonNullElse(texte, "");
        this.cle = Objects.requireNonNullElse(cle, "");
        this.a = Objects.requireNonNullElse(a, "");
        this.certain = Objects.requireNonNullElse(certain, "");
        this.vus = Objects.requireNonNullElse(vus, "");
    }

    static ReponseForm empty() {
        return new ReponseForm("", Uuids.v7().toString(), "", "", "");
    }

    /// What was being typed there, where it was kept.
    ReponseForm orDraft(@Nullable Brouillon brouillon) {
        return brouillon == null
                ? this
                : new ReponseForm(
                        brouillon.champ("texte", texte),
                        cle,
                        brouillon.choix("a").stream().findFirst().orElse(a),
                        "",
                        "");
    }

    /// Whoever writes to many, or answers all, has read how many they are.
    void judge(boolean choice, boolean apart, int many, Erreurs erreurs) {
        if (!apart && !choice && many > MANY && !(sure() && saw(many))) {
            erreurs.add(
                    "certain",
                    t(
                            "Cochez pour confirmer\u00a0: {0, plural, one {# personne va lire} other {# personnes vont lire}} ce message.",
                            many));
        }
        if (choice && toAll() && !saw(many)) {
            erreurs.add(
                    "a",
                    t(
                            "Relisez à qui vous répondez\u00a0: {0, plural, one {# personne va lire} other {# personnes vont lire}} ce message.",
                            many));
        }
    }

    boolean sure() {
        return !certain.isEmpty();
    }

    /// The page had said that so many read it.
    boolean saw(int many) {
        return vus.equals(String.valueOf(many));
    }

    boolean toAll() {
        return a.equals("tous");
    }

    TexteRiche redige() {
        return TexteRiche.of(texte);
    }

    UUID jeton() {
        try {
            return cle.isEmpty() ? Uuids.v7() : UUID.fromString(cle);
        } catch (IllegalArgumentException _) {
            return Uuids.v7();
        }
    }
}
