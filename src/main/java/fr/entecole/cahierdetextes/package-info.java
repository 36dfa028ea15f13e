/// The class's notebook: what was done, and what is to do, by day and subject. A teacher gives work to the class, to
/// one level of it, to a group or to some of its pupils; each pupil ticks what they have done, hands a piece back, and
/// gets a word or a stamp in return. Nothing is marked, and nothing written is asked for at home (circulaire du 29
/// décembre 1956): the page says so to who writes, and refuses nothing.
///
/// Who teaches the class writes in its notebook, all of them in the same one: a version number keeps two from
/// overwriting each other. Its pupils and their guardians find what is for them by the keys that they hold, narrowed by
/// level (`Eleve.concerns`): who joins the class on Tuesday has all of it, who leaves has nothing. The head reads every
/// notebook of the school, and a notebook that is over stays with them and with who taught the class.
///
/// `CahierDeTextes` is the one place that writes work, `Coches` and `Rendus` what pupils do with it;
/// `LectureDuCahier` reads for a person, `TravailAccess` has the rules, `Conseils` what is said gently. What is handed
/// back is seen by the pupil, their guardians in force and the class's teachers. All goes away at the end of the school
/// year and a term (`ReglagesCahierDeTextes`). It never says how one child stands beside another.
@ApplicationModule(
        allowedDependencies = {
            "annuaire",
            "calendrier",
            "direct",
            "documents",
            "journal",
            "notifications",
            "papier",
            "redaction",
            "comptes"
        })
@NullMarked
package fr.entecole.cahierdetextes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
