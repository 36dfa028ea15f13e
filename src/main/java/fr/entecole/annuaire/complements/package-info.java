/// What a school's own files add to the directory: pupils, guardians, teachers with their classes, staff, from
/// ONDE, from BE1D or from any table. A head does it for her school, the region for many at once.
///
/// A file that is no table of the school is refused (`ComplementsRecus`). One that is, is read (`FichierLu`, by `Genre`
/// and `Champ`), put beside what the directory knows of the schools
/// (`EcolesLues`), and each line says what it will do (`Plan`) before anything is done. It is applied whole or not
/// at all (`ComplementsDeposes`); given again, it does nothing. A line that is not understood is put right on the
/// screen (`LignesController`), or comes back with its reason.
///
/// What a feed brings stays the feed's: a line about it changes nothing, and is told so. What is added says its
/// source. docs/adr/0075-what-a-school-adds-to-the-feed.md
@NullMarked
package fr.entecole.annuaire.complements;

import org.jspecify.annotations.NullMarked;
