/// What guardians say: why a child is missing, or will be. Each says it for themself; the other never sees it. Who
/// teaches the child, and the head, do.
@NullMarked
package fr.entecole.presences.familles;

import org.jspecify.annotations.NullMarked;
