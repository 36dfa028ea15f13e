/// What is stopped, held and frozen, on one page for a head and for the region, and on homes.
@NullMarked
package fr.entecole.surete.tableau;

import org.jspecify.annotations.NullMarked;
