/// Rules, charters and booklets of the school, to be read and signed, and signed again when they change.
@NullMarked
package fr.entecole.liaison.reglements;

import org.jspecify.annotations.NullMarked;
