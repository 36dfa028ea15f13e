/// How somebody reads: the language and the comfort of reading that follow their account from device to device. They
/// stand on the account itself and are read with it, so that no page asks for them (`ContexteDeSession` says them to
/// the request, `LangueDuCompte` answers in that language). Before somebody is signed in, the device's cookies decide.
///
/// What is written to a family (a sheet, a letter) asks here in which language they read: what they have chosen, else
/// what they have said elsewhere ([fr.entecole.comptes.langues.LanguesDites]). ADR 0085.
@NamedInterface("langues")
@NullMarked
package fr.entecole.comptes.langues;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
