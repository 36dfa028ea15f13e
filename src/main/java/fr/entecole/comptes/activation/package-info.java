/// How an account comes into the hands of its person.
///
/// A printed sheet carries a code: `Feuille` judges what is typed of it, at the door's pace, and `Activation` opens the
/// account with a password. Those who have no sheet, the region's first administrator, get a link that serves once
/// (`LiensUniques`, `PremiereConnexion`, `CreerAdministrateur`).
///
/// Opening an account is signing in: everything ends at `Entree`, in one transaction with what it consumes.
@NullMarked
package fr.entecole.comptes.activation;

import org.jspecify.annotations.NullMarked;
