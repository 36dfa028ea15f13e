/// The pages of children: a pupil for those who teach them and for the head (`LectureDesEleves`), a child for their
/// guardian, one’s own class for a pupil (`LectureDesEnfants`), and whom a family may call (`Interlocuteurs`).
///
/// Always found through who is looking. A guardian never reads of another family nor of the child’s other guardians; a
/// guardian who is kept out is shown to the head alone, and nothing says so to anyone else.
@NullMarked
package fr.entecole.annuaire.eleves;

import org.jspecify.annotations.NullMarked;
