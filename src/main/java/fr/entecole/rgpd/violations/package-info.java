/// Breaches of data (RGPD, articles 33 and 34): each has a file that opens when it is known, a clock of 72 hours, and
/// notes that are added and never changed. It closes once the CNIL was told, or once it is written why not.
@NullMarked
package fr.entecole.rgpd.violations;

import org.jspecify.annotations.NullMarked;
