/// What a password must be, and its change.
///
/// `MotDePasse` counts what a guess would cost (50 bits, 80 for those with powers over others), without the words that
/// everyone tries (`MotsCourants`), the login or the place. `MotsDePasse` asks it of all that the people of an account
/// are, keeps the hash alone, and ends every stay of the account at each change.
///
/// A password is never written, told, or asked for again once hashed (`MotDePasseChoisi`).
@NullMarked
package fr.entecole.comptes.motsdepasse;

import org.jspecify.annotations.NullMarked;
