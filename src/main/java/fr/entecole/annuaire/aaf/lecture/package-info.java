/// Reads what was delivered, whatever its wrapping: a folder, a `.zip`, a `.tgz`, any order, declared or real encoding.
///
/// `Livraison` opens it and `GardeArchive` keeps out archives made to harm; an `Inventaire` of names and bytes comes
/// first, since most refusals are known before a record is read. `Lecteur` streams each file, checked along the way by
/// the ministry's `Grammaire`, and gives `Enregistrement`s, one at a time; `Lecture` numbers them in the order of the
/// files' names, so that « last seen wins » does not depend on how the batch was packed.
///
/// Nothing here knows what an attribute means. What cannot be read is a `LotRefuse`, in a sentence for the operator.
@NullMarked
package fr.entecole.annuaire.aaf.lecture;

import org.jspecify.annotations.NullMarked;
