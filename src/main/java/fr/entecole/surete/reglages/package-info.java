/// The thresholds of the brake, which the region sets on one page.
@NullMarked
package fr.entecole.surete.reglages;

import org.jspecify.annotations.NullMarked;
