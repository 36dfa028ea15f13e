/// Reading: the list and the mot of a guardian or a pupil, the list of who writes, and what stands on homes
/// (`LiaisonTuile`). Opening a mot is reading it.
@NullMarked
package fr.entecole.liaison.mots;

import org.jspecify.annotations.NullMarked;
