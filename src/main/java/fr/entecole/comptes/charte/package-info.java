/// The charter: five texts by profile, dated versions that never change, and the proof of who answered what.
///
/// It is asked at the sign-in only: what is due is computed once, when a stay opens, and stands in the session, so a
/// version published in the middle of a lesson interrupts nobody. Readers accept for themselves; younger pupils hear
/// it, and each of their guardians answers at their own sign-in, or later.
@NullMarked
package fr.entecole.comptes.charte;

import org.jspecify.annotations.NullMarked;
