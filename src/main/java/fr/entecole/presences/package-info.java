/// The roll, by half-day and class, as the law has it, and the register that it makes. Everyone is present but those
/// whom somebody touches; a child who is missing without notice is told to each guardian at once; reasons come back
/// from their telephones.
///
/// What was said is never changed: a `Feuille` is versions one after the other (`presences.appel`, `presences.ligne`),
/// and the last thing said of a child holds; a first version names the list that it called (`presences.liste`) and has
/// lines for whoever is not simply there. Half-days come from the school's own calendar. `CahierDAppel` is the one
/// place that writes rolls, `LectureDesAppels` the one that reads one; `PresencesAccess` has the rules, `Taux` the
/// formula, `Excuse` and `Legitimite` the law of reasons.
///
/// Nested: `appel` is the page of the roll, `familles` what guardians say, `assiduite` what the head follows
/// (R131-7), `registre` the month, its signature and its archive, `services` who eats or stays where the commune
/// serves, `tableaux` what is counted, `evacuation` who is here now. Sources: code de l'éducation, L131-1, L131-8,
/// R131-1-1, R131-5 to R131-7. One guardian never learns what the other has said. The register stays for ten years
/// whatever becomes of accounts. Pages of the roll survive a cut (`appel.js`). ADR 0056, 0062, 0063, 0078, 0093, 0099.
@ApplicationModule(
        allowedDependencies = {
            "annuaire",
            "annuaire::declarations",
            "calendrier",
            "calendrier::annonces",
            "comptes",
            "comptes::gardes",
            "direct",
            "documents",
            "journal",
            "notifications",
            "papier"
        })
@NullMarked
package fr.entecole.presences;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
