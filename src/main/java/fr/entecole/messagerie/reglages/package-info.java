/// What a region, a head or a person sets: rules, absence, signature, folders.
@NullMarked
package fr.entecole.messagerie.reglages;

import org.jspecify.annotations.NullMarked;
