/// What each person may know and ask about their own data (RGPD, articles 15 to 18; conventions, article 8): what is
/// held, from which source and how long, their own values in French words, a copy of them, and whom to write to.
///
/// It asks every module through `DonneesPersonnelles`, line by line. A guardian also reads, of the children that they
/// answer for today, what each module says is theirs to read: nothing by default. What has no word in its module is
/// told on request only, and a number of ours stands in the copy alone.
///
/// « C'est faux » on a line is a dated row (`Correction`) that waits on the head's home, under the name that ONDE gives
/// the field, until the head answers with a word. Whoever has no school, or directs one, reads whom to write to.
///
/// What a line cannot say is asked of the data protection officer (`droits`), who also keeps the files of breaches
/// (`violations`); the register of processing is made of what modules declare (`registre`).
///
/// It is also by whom the house forgets: when the directory tells that it has forgotten people, each module erases
/// them.
@ApplicationModule(allowedDependencies = {"annuaire", "comptes", "journal", "papier"})
@NullMarked
package fr.entecole.rgpd;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
