/// What a device bears and is, whoever sits in front of it.
///
/// `Appareil` leaves a random word where someone has come in, so that nobody else behind the same address slows them;
/// `MarqueDeCompte` tells whether who comes back is who left. A teacher may open a class on a device: `ClasseOuverte`
/// stands in the device's session, and `Presences` asks the directory every few seconds whether a child is still of it.
///
/// Marks let nobody in, follow nobody, and mean nothing elsewhere.
@NullMarked
package fr.entecole.comptes.appareils;

import org.jspecify.annotations.NullMarked;
