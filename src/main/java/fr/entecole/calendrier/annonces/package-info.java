/// Half-days of a child that somebody announces, as one room tells them and another hears them, in one transaction.
@NamedInterface("annonces")
@NullMarked
package fr.entecole.calendrier.annonces;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
