/// How much the ENT is used: openings of pages and visits, by school, profile, service, day, hour and kind of device,
/// as the national audience measure (DNMA) asks, and by nobody's name.
///
/// `Passages` sees each page go, without asking anything; `Compteurs` adds in the memory of the node and writes all of
/// it together twice a minute: several nodes add up, one that is killed loses a minute at most. What a module's pages
/// are counted under, the module says (`ServiceMesure`). `Visites` tells a visit from a page. Of who came in a week
/// there is a mark without a name, until the week is counted (`Semaines`): then a number alone.
///
/// `LectureDesUsages` reads for the region, an inspector, a head; a commune where the region says so. Under five it is
/// not said. `Collecteur` sends the same counts to the national collector where the region has one, else to nobody.
@ApplicationModule(
        allowedDependencies = {"annuaire", "annuaire::declarations", "annuaire::ecoles", "comptes", "comptes::visites"})
@NullMarked
package fr.entecole.mesure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
