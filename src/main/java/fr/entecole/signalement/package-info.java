/// « Signaler »: somebody says that what they read is not right, and somebody answers. A room says what can be reported
/// and keeps it from its readers (`socle.contrats.Contenu`); whose report it is, who decides and what was decided stand
/// here.
///
/// Those who decide are the teachers of the class and the head, never the author; about a head, the inspector and the
/// region (`DossierAccess`). The author never learns who has reported, who reports learns what was decided. It is
/// hidden meanwhile when somebody of the school says so, or two people have reported it (`Dossiers`).
///
/// A report is to be read within a day of work, four hours where somebody is in danger (`Echeances`); late, those who
/// decide are told once more, and who stands above sees that there is one (`Retards`).
///
/// What the thing said is sealed with the first report, in a chain of prints that `./ent preuves` checks (`Scelles`).
/// Everything goes a year after.
@ApplicationModule(
        allowedDependencies = {
            "annuaire",
            "annuaire::declarations",
            "calendrier",
            "documents",
            "journal",
            "notifications"
        })
@NullMarked
package fr.entecole.signalement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
