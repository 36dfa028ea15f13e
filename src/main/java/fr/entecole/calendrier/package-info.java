/// The school's time: the school years with their holidays by zone, public holidays, a school's own days, its week of
/// half-days, and the hours in which something may reach people. A half-day (`DemiJournee`) is the unit.
///
/// `Calendrier` is a school's whole time, pure: is there class, and why not; is this instant inside delivery hours, and
/// when do they begin again. `Calendriers` reads it. What holds is data, never code: holidays come from the ministry's
/// calendar (CSV or ICS), the week from the school, else its commune, else the region, delivery hours from the school,
/// else the region. Each holds from a day on; what is replaced stays, dated.
///
/// Source: code de l'éducation, D521-10 to D521-12 (the week), L521-1 (the year); code du travail, L3133-1 (public
/// holidays). It keeps nobody: who has set what is in the journal.
@ApplicationModule(allowedDependencies = {"annuaire", "annuaire::declarations", "journal", "redaction"})
@NullMarked
package fr.entecole.calendrier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
