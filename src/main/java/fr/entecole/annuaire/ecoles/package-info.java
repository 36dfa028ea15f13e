/// The schools as communes, circonscriptions and the region see them, and their openings: a school comes into the ENT,
/// leaves it with a reason, and may come back; each is a dated row (`Ouvertures`).
///
/// The region chooses many at once, by search or by pasted codes (`ChoixDEcoles`), and sees what that changes before it
/// is done. A commune reads counts only, none under five (`LectureDesEcoles`); no page here names a pupil.
///
/// Who may open a school is judged here; who comes in because of it is judged by the root and by the accounts.
@NullMarked
package fr.entecole.annuaire.ecoles;

import org.jspecify.annotations.NullMarked;
