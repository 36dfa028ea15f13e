/// What is held before it leaves: its page explains it to its sender, who may take it back; the head of the school, or
/// the region where the head wrote it, lets it go or refuses it with a reason.
@NullMarked
package fr.entecole.surete.sursis;

import org.jspecify.annotations.NullMarked;
