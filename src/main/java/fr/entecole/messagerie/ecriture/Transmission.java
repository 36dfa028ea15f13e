package fr.entecole.messagerie.ecriture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.messagerie.Cote;
import fr.entecole.messagerie.MessageLu;
import java.util.Collection;

/// A message that somebody passes on: who wrote it does not know, and what a family or a pupil has written stays among
/// those who work in the school.
record Transmission(MessageLu message) {

    /// Its subject, passed on once however often it was, within what the field holds.
    String objet() {
        var transmis = t("Transmis\u00a0: {0}", "");
        var objet = message.objet().startsWith(transmis) ? message.objet() : transmis + message.objet();
        return objet.length() <= NouveauForm.LONGEST_OBJET
                ? objet
                : objet.substring(0, NouveauForm.LONGEST_OBJET - 1) + "…";
    }

    /// Said before it is sent.
    String avis() {
        if (message.mien()) {
            return t("Vous avez écrit ce message. Ses pièces jointes partent avec.");
        }
        return message.nom().isEmpty()
                ? t("Qui a écrit ce message ne saura pas que vous le transmettez. Ses pièces jointes partent avec.")
                : t(
                        "{0} a écrit ce message, et ne saura pas que vous le transmettez. Ses pièces jointes partent avec.",
                        message.nom());
    }

    /// Whether these may read it, whatever the rules say of a message of one's own.
    boolean permits(Collection<Public> pour) {
        return message.mien()
                || message.cote() != Cote.RESPONSABLE && message.cote() != Cote.ELEVE
                || pour.stream().allMatch(one -> one.qui() == Qui.EQUIPE || one.qui() == Qui.DIRECTIONS);
    }

    static String refus() {
        return t("Ce qu’une famille ou un élève a écrit ne se transmet qu’à l’équipe de l’école.");
    }
}
