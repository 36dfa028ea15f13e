/// What a class or a school has to come: outings, meetings, councils, feasts, beside the holidays and days of the
/// school's own calendar. Someone of the school writes an `Evenement` for a class, a group, chosen pupils, the school
/// or its team; each sees what is for them, a guardian for all children of all schools in one agenda.
///
/// It takes place in a `Seance`, or in one a week until a day, without those on which there is no class. What is
/// changed moves its version, so that two tabs never overwrite one another; what is cancelled stays, and is shown as
/// such until its day is past. Bells ring through `notifications` when the author asks for it.
///
/// Birthdays are shown of a class, a day and a month, only where its head has said so, and to those whom they named
/// (`Anniversaires`). `abonnements` gives out private addresses where a calendar program reads the same (RFC 5545).
///
/// `TenueDeLAgenda` is the one place that writes events, `LectureDeLAgenda` the one that reads them for a person;
/// `EvenementAccess` has the rules. They go away at the end of the school year and a term (`ReglagesAgenda`).
@ApplicationModule(
        allowedDependencies = {
            "annuaire",
            "annuaire::declarations",
            "annuaire::destinataires",
            "calendrier",
            "comptes",
            "comptes::destinataires",
            "journal",
            "notifications",
            "papier",
            "redaction",
            "surete"
        })
@NullMarked
package fr.entecole.agenda;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
