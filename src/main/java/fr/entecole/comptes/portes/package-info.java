/// The doors: who may come in, and what each request meets.
///
/// `Portier` judges a login and a password, at the pace of `Hachage` and `Frein`; a demonstration's one click goes
/// through the same rules. `Entree` opens a stay with a new session and a new form token, lays a child's into the
/// class's on a device that a teacher has opened (`ClasseController`), and ends it. At each request `ContexteDeSession`
/// rebuilds who is there from the account alone, and `Gardien` lets pass whom the route names, sending first to the
/// charter or to a stronger password whoever owes one.
///
/// What was typed when a stay ended is given back to the same person (`RepriseController`). No answer of a door tells
/// whether a login exists.
@NullMarked
package fr.entecole.comptes.portes;

import org.jspecify.annotations.NullMarked;
