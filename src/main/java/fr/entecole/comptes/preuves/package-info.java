/// What is asked besides a password, and where one keeps one's own.
///
/// At the door, who has a second factor gives it before anything opens (`SecondFacteurController`). Before a grave act
/// (`socle.contrats.Confirmee`), `Confirmations` asks again for what the account has, factor or password, and gives
/// what was typed back after it. `MesPreuvesController` is where one adds a telephone, draws the ten codes and takes
/// away what is lost. Whoever has lost everything is helped by two people, never one (`Depannages`).
///
/// Tries are counted before they are judged; a code serves once. ADR 0070, 0071.
@NullMarked
package fr.entecole.comptes.preuves;

import org.jspecify.annotations.NullMarked;
