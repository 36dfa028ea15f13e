/// What a pupil has written to pupils and a teacher of theirs reads first: let through, or given back with a word.
@NullMarked
package fr.entecole.messagerie.relecture;

import org.jspecify.annotations.NullMarked;
