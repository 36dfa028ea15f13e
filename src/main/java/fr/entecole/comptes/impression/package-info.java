/// The printed sheets of codes.
///
/// `Liasse` says what a handful of sheets carries; `ImpressionDesCodes` composes some dozens of them at a time from one
/// template, with the addresses and the square to photograph, for `papier` to set and bind.
///
/// Nothing keeps a sheet, here or on a disk: whoever prints sees the codes once. Who may print what is judged by
/// `comptes.feuilles`, which alone calls this.
@NullMarked
package fr.entecole.comptes.impression;

import org.jspecify.annotations.NullMarked;
