/// What people do with their own account: change its password, and make one account of two that are one person.
///
/// `Changement` asks for the present password at the door's pace. `Reunion` takes the sheet of the other account, with
/// its date of birth, as the proof that both are of the same person; the stays of both end, and this one begins anew.
@NullMarked
package fr.entecole.comptes.moncompte;

import org.jspecify.annotations.NullMarked;
