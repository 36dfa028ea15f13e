/// The bad citizen: a note of the day by someone who has read nothing. It writes to any class without asking who
/// teaches it, reads the directory's own tables, lets every guardian read, gives nobody their data and forgets nobody.
/// Its schema exists only in the tests that show it to the house's.
@NullMarked
package fr.entecole.essai.sansgene;

import org.jspecify.annotations.NullMarked;
