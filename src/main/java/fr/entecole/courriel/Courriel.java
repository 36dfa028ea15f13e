package fr.entecole.courriel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A plain-text message to one person.
///
/// @param destinataire one mail address
/// @param desabonnement address of ours that a mail program asks to write no more, in one touch (RFC 8058); null for a
///     message that was asked for
/// @param reference what the caller knows the recipient by, told back when the address is refused ([CourrielRefuse])
public record Courriel(
        String destinataire,
        String sujet,
        String texte,
        @Nullable String desabonnement,
        @Nullable UUID reference) {

    public Courriel {
        if (!destinataire.matches("[^@\\s,;<>]+@[^@\\s,;<>]+")) {
            throw new IllegalArgumentException("une seule adresse de courriel est attendue");
        }
        if (sujet.isBlank() || sujet.matches("(?s).*[\\r\\n].*")) {
            throw new IllegalArgumentException("un sujet tient sur une ligne");
        }
        if (desabonnement != null && !desabonnement.matches("https?://[\\w.:/\\[\\]-]+")) {
            throw new IllegalArgumentException("une adresse de désabonnement est une adresse sans détour");
        }
    }

    public Courriel(String destinataire, String sujet, String texte) {
        this(destinataire, sujet, texte, null, null);
    }
}
