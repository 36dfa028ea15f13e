/// The notebook between school and families. A member of staff publishes a `Mot` to the families of a class, a group,
/// chosen pupils or the school, perhaps to the pupils too; each guardian reads it for themself, and their author sees
/// who has.
///
/// A mot is told to nobody before its instant of delivery (`visible_le`), which the school's calendar gives. Its author
/// takes it back until somebody has read it; what is corrected is another version, dated and shown as such. Whom it is
/// for is kept as keys: who leaves a class, or is kept out of a child, finds nothing at the next page.
///
/// It is written with `redaction`, rings bells through `notifications` at the same instant, and carries what
/// `documents` keeps, which is read by whoever reads the mot (`PiecesDesMots`). Open pages follow (`direct`): the
/// families', told `avis`, and the author's, told `lectures`.
///
/// `CahierDeLiaison` is the one place that writes, `LectureDesMots` the one that reads for a person, `LectureDuSuivi`
/// what its author follows; `MotAccess` has the rules. One guardian never learns what the other has read. It goes away
/// at the end of the school year and a term (`ReglagesLiaison`).
@ApplicationModule(
        allowedDependencies = {
            "annuaire",
            "annuaire::destinataires",
            "calendrier",
            "comptes",
            "comptes::destinataires",
            "direct",
            "documents",
            "journal",
            "notifications",
            "redaction"
        })
@NullMarked
package fr.entecole.liaison;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
