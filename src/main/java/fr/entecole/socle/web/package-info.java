/// What a controller and its page say to each other in one idiom (ADR 0025): where one goes next, that there is
/// nothing here, what is to be corrected, what may be chosen, where a list goes on. It knows no page and no person.
@NullMarked
package fr.entecole.socle.web;

import org.jspecify.annotations.NullMarked;
