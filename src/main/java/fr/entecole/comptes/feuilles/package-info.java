/// Handing codes out: the screens of those who hand them (teacher, head, region), and what they print.
///
/// `CodesAccess` says who may hand a code to whom; `Destinataires` finds the person through it, so that a stranger is
/// nobody. `Remise` asks the door for codes, a class at a time, and says what stands on the sheets that
/// `comptes.impression` composes;
/// nothing keeps them: a code is seen once, on a screen or on a sheet. A sheet printed again adds codes and voids none;
/// an access given again at the door voids the former ones.
@NullMarked
package fr.entecole.comptes.feuilles;

import org.jspecify.annotations.NullMarked;
