/// Writing a mot, of any kind: for whom, when, with what, asking what (`PublicationController`); correcting it and
/// taking it back (`CorrectionController`). The page of all kinds draws the fields that a kind adds (`GenreDeMot`).
@NullMarked
package fr.entecole.liaison.ecriture;

import org.jspecify.annotations.NullMarked;
