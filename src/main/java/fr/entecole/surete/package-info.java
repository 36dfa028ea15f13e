/// What stops harm when an account is not in its holder's hands. A room that sends offers `socle.contrats.Envois`; this
/// module stops accounts and whole profiles, schools and départements, holds what is about to leave, and takes back
/// what has left.
///
/// `Pauses` is the one place that knows whose sending is stopped: the door asks it before each route of such a room
/// that changes something, and `Departs` before something goes to several people. Reading, signing, drafts, one's
/// account and reports go on. What is held or refused is told to who wrote it, in a sentence that blames nobody.
///
/// Nested, each on this: `arrets` (a stolen account: stopped, its reach, taken back, reopened by steps), `gels` (a
/// profile, a school, a département), `sursis` (what is held, and who decides), `requisitions` (two people of the
/// region, the only way to the words of something private), `reglages` (thresholds). Evidence is sealed by
/// `signalement`. Nothing here keeps what anybody wrote. What is grave is done once its
/// page was read (`Vu`). ADR 0066, 0067, 0079.
@ApplicationModule(
        allowedDependencies = {
            "annuaire",
            "annuaire::declarations",
            "comptes",
            "journal",
            "notifications",
            "signalement"
        })
@NullMarked
package fr.entecole.surete;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
