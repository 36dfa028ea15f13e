/// News by mail: the address of each account, proven by a one-time link (`Adresses`); a letter at once, or the one
/// summary of the day (`Lettres`, `Resumes`), as each person has chosen by kind (`Preferences`); unsubscribing in one
/// touch, without signing in (`Desabonnement`); an address that a server refuses is closed, and the school is told
/// (`Refusees`). Adults alone have mail.
@NullMarked
package fr.entecole.notifications.lettres;

import org.jspecify.annotations.NullMarked;
