/// When and how news arrives. A room says what happened, for which `Public` and at which address (`Nouvelles`); it is
/// deposited, and reaches people within the delivery hours of their school (`Heures`, over `calendrier`). At that
/// instant a node (`Livreur`) asks the directory who is meant then, and gives each account one line in the bell
/// (`Livraisons`); what leaves by mail (`lettres`) or to a device (`push`) is decided in the same transaction
/// (`Voie`). The writer is told when before sending, and may cancel until then.
///
/// How many lines someone has not read is kept in each node's memory, which hears what changes (`Cloches`, ADR 0041):
/// a page costs no statement for its bell.
///
/// Exactly once in the bell, at most once more by mail. Nothing of the content ever leaves: neither mail nor device
/// tells more than the kind of news. Modules that do not know this one are heard by their events (`Annonces`).
@ApplicationModule(
        allowedDependencies = {
            "annuaire",
            "comptes",
            "comptes::oubli",
            "calendrier",
            "courriel",
            "direct",
            "journal",
            "rgpd"
        })
@NullMarked
package fr.entecole.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
