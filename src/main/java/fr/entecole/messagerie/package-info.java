/// Messages between people and groups of a school. A `Conversation` has participants, a row each, and messages; a
/// message reaches them within the delivery hours of their school and is told by the bell then, never before.
///
/// Who may write to whom is a matrix (`Regles`): the region's, narrowed by the head of a school, said in sentences.
/// Whom a message is for is asked of the directory when it is delivered (`RemiseDesMessages`), in one transaction for
/// its readers, its bell and its own row: a node that dies leaves nothing half delivered, two nodes deliver once.
///
/// *Guardians never meet.* What is for several families is answered to its author alone, in a conversation of its own
/// (`source_id`); nobody reads the names of other guardians there, unless all of them have said that they may be seen.
/// A guardian reads a conversation through the children by whom they are meant: who is kept out of a child finds
/// nothing at the next page. The region reads no message.
///
/// `Correspondance` is the one place that writes, `LectureDesConversations` and `Boite` the ones that read, always
/// through who is looking. Nested: `ecriture` (composing), `lecture` (the box and a conversation), `reglages` (rules,
/// absence, signature), `contenu` (reported, found), `decor`. Messages go away after twelve months (filed: three
/// years), pupils' at the end of the school year, filed or not (`ReglagesMessagerie`). ADR 0064, 0065.
@ApplicationModule(
        allowedDependencies = {
            "annuaire",
            "annuaire::destinataires",
            "calendrier",
            "comptes",
            "comptes::destinataires",
            "comptes::langues",
            "direct",
            "documents",
            "journal",
            "notifications",
            "redaction",
            "signalement",
            "surete"
        })
@NullMarked
package fr.entecole.messagerie;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
