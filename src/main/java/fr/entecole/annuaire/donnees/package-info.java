/// What the directory answers for about people (RGPD): what it holds on someone and from where, how long, a copy in
/// words, and forgetting (`AnnuaireDonneesPersonnelles`).
///
/// Whoever is forgotten is forgotten everywhere: `PersonnesOubliees` tells the other modules. What has no word in
/// `MotsDesPersonnes` is left out of what people read of themselves, never shown raw.
@NullMarked
package fr.entecole.annuaire.donnees;

import org.jspecify.annotations.NullMarked;
