/// What news and the ways by which they come say of people: a copy in words, how long it is kept, and forgetting.
@NullMarked
package fr.entecole.notifications.donnees;

import org.jspecify.annotations.NullMarked;
