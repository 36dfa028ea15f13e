package fr.entecole.messagerie.lecture;

import fr.entecole.redaction.Brouillon;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.Uuids;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one types to go on with a conversation.
///
/// @param a `tous`, else its author alone where there is a choice
/// @param certain the author has seen how many people read it
record ReponseForm(String texte, String cle, String a, String certain) {

    /// Beyond this many readers one is asked again.
    static final int MANY = 5;

    ReponseForm(@Nullable String texte, @Nullable String cle, @Nullable String a, @Nullable String certain) {
        this.texte = Objects.requireNonNullElse(texte, "");
        this.cle = Objects.requireNonNullElse(cle, "");
        this.a = Objects.requireNonNullElse(a, "");
        this.certain = Objects.requireNonNullElse(certain, "");
    }

    static ReponseForm empty() {
        return new ReponseForm("", Uuids.v7().toString(), "", "");
    }

    /// What was being typed there, where it was kept.
    ReponseForm orDraft(@Nullable Brouillon brouillon) {
        return brouillon == null
                ? this
                : new ReponseForm(
                        brouillon.champ("texte", texte),
                        cle,
                        brouillon.choix("a").stream().findFirst().orElse(a),
                        "");
    }

    boolean sure() {
        return !certain.isEmpty();
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
