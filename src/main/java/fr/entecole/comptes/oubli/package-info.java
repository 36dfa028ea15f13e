/// « J’ai oublié mon mot de passe », without a call: a link that serves once, in the box that the account has proven to
/// be its own (`AdressesProuvees`, given by whoever keeps addresses).
///
/// `LettresDOubli` writes it, later and elsewhere than the page, whose words and time say nothing of whether the login
/// exists. What the link opens is `comptes.activation`: another password, the end of all stays, a word to the holder.
/// Who has a second factor gives it all the same; who has no address is told who helps. ADR 0072.
@NamedInterface("oubli")
@NullMarked
package fr.entecole.comptes.oubli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
