/// What each person may know and ask about their own data (RGPD, articles 15 to 18; conventions, article 8): what is
/// held, from which source and how long, their own values in French words, a copy of them, and whom to write to.
///
/// It asks every module through `DonneesPersonnelles` and names none; it has no table. A guardian also reads, of the
/// children that they answer for today, what each module says is theirs to read: nothing by default. What has no word
/// in its module is told on request only.
///
/// It is also by whom the house forgets: when the directory tells that it has forgotten people, each module erases
/// them.
@ApplicationModule(allowedDependencies = {"annuaire", "comptes", "journal"})
@NullMarked
package fr.entecole.rgpd;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
