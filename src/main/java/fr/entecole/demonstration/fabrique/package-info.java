/// Makes feeds of invented people, of the right grammar and of real proportions, for measures and trials: `./ent feed`.
/// The same arguments give the same bytes. It writes files only; nothing here touches the directory.
@NullMarked
package fr.entecole.demonstration.fabrique;

import org.jspecify.annotations.NullMarked;
