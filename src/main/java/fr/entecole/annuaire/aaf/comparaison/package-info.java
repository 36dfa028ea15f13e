/// What would change: the staged batch against the directory, in SQL over whole sets.
///
/// `Difference` keeps the last of each id, completes a delta with what is known, and gives each row a verdict (created,
/// changed, moved, suspended, revived, unchanged); structures, pupils, guardians and staff each have their own rules.
/// `AlertesEleves` tells what is odd without being wrong. Everything is written beside the directory, which is only
/// read: the counts are known, and a batch may still be held, before anything is applied.
@NullMarked
package fr.entecole.annuaire.aaf.comparaison;

import org.jspecify.annotations.NullMarked;
