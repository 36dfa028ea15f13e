/// The two shapes in which the ministry publishes holidays, read: the national data set as CSV
/// (`fr-en-calendrier-scolaire`) and a zone's calendar as ICS. All of a file or nothing, with the line of what is
/// wrong.
@NullMarked
package fr.entecole.calendrier.fichiers;

import org.jspecify.annotations.NullMarked;
