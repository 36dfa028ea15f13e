/// What a town hall does: declares its schools, reads and sends the convention, brings what is signed and the act of
/// its council, changes its list, ends it. The region reads the same pages, and signs and gives back from them.
@NullMarked
package fr.entecole.conventions.commune;

import org.jspecify.annotations.NullMarked;
