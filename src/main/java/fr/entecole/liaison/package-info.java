/// The notebook between school and families. A member of staff publishes a `Mot` to the families of a class, a group,
/// chosen pupils or the school, perhaps to the pupils too; each guardian reads, signs and answers for themself and for
/// each child, and their author sees where each of them stands.
///
/// A mot is told to nobody before its instant of delivery (`visible_le`), which the school's calendar gives. Its author
/// takes it back until somebody has read it; what is corrected is another version, dated and shown as such, and what
/// was signed says which one. Whom it is for is kept as keys: who leaves a class, or is kept out of a child, finds
/// nothing at the next page. One guardian never learns what the other has read or answered, nor does the pupil.
///
/// *Kinds.* What a mot is (`liaison.mot.genre`) is a bean of `GenreDeMot`, collected by `Genres`: its name, where it is
/// composed and with which fields, what it asks, what it shows a reader and its author, what it does when a guardian
/// answers and when the mot is taken back. A kind is a nested package with its tables in this schema; it publishes by
/// the page of all kinds (`ecriture`), or by `CahierDeLiaison.publish` with its `Ajout`, in one transaction.
///
/// Nested, each on those before it: `reponses` (answering), `suivi` (following), `mots` (reading), `ecriture`
/// (writing), the kinds `sorties`, `images`, `reglements`, `rendezvous` and `formulaires`, `surpapier` (who
/// answers on paper), and `decor`.
/// `CahierDeLiaison` is the one place that writes mots, `LectureDesMots` the one that reads them for a person;
/// `MotAccess` has the rules. It is written with `redaction`, rings bells through `notifications`, carries what
/// `documents` keeps, prints with `papier`; open pages follow (`direct`). What goes to many asks `surete` first. It
/// goes away at the end of the school year and a term (`ReglagesLiaison`). ADR 0049.
@ApplicationModule(
        allowedDependencies = {
            "annuaire",
            "annuaire::destinataires",
            "calendrier",
            "calendrier::annonces",
            "comptes",
            "comptes::destinataires",
            "direct",
            "documents",
            "journal",
            "notifications",
            "papier",
            "redaction",
            "surete"
        })
@NullMarked
package fr.entecole.liaison;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
