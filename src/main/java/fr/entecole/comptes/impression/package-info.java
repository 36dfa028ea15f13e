/// The printed sheets of codes, as PDF.
///
/// `Liasse` says what a handful of sheets carries; `Impression` sets some dozens of them at a time from one template,
/// with the fonts of the house (`Polices`, and `Lettres` for those that a name may need) and the square to photograph
/// (`Carre`); `Tirage` binds a whole printing into one file, while it is being sent.
///
/// Nothing keeps a sheet, here or on a disk: whoever prints sees the codes once. Who may print what is judged by
/// `comptes.feuilles`, which alone calls this.
@NullMarked
package fr.entecole.comptes.impression;

import org.jspecify.annotations.NullMarked;
