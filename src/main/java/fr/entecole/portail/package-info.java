/// What belongs to no room: the home page of each profile, the tabs, the pages about the service itself, the reader's
/// comfort, and what is shown when a page cannot be.
///
/// A home is made of the tiles that modules offer (`Tuile`): the portal sorts and frames them, and knows none by name.
/// The legal pages say what the modules and the settings say (`DonneesPersonnelles`, `Region`), and leave out what they
/// don't; the region writes its own (`ReglagesController`) and is told what they lack. Errors keep their status, quote
/// the number of the request and never a cause.
///
/// The journal's page (`JournalController`) puts names on the facts that a head or the region may read; help
/// (`AideController`) says whom to ask and points to pages that exist.
///
/// One box looks in all rooms (`Recherches`), each of which answers what the person may see (`Recherche`).
///
/// Pages on which an import is followed are told when it goes on (`ImportsEnDirect`).
///
/// It has no table and decides nothing about who may see what.
@ApplicationModule(
        allowedDependencies = {
            "annuaire",
            "annuaire::aaf",
            "annuaire::declarations",
            "annuaire::eleves",
            "comptes",
            "comptes::langues",
            "direct",
            "journal",
            "redaction"
        })
@NullMarked
package fr.entecole.portail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
