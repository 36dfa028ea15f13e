/// A stolen account, from its button on. `Arrets` ends its stays, stops its sending and hides what it has sent since a
/// while, in one gesture of its holder, of the head or of the region; `Portees` counts how far that reaches;
/// `Retraits` takes it back for good, seals what it said and tells those who had read, some at a time, and goes on
/// after a node that died; `Retours` says what each profile sends again when.
@NullMarked
package fr.entecole.surete.arrets;

import org.jspecify.annotations.NullMarked;
