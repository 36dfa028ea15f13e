/// Who comes in, and how. An account is born for each person of the directory, with a login that is never recomputed
/// (`NaissanceDesComptes`); it lives and dies with that person.
///
/// `Portier` judges a login and a password, at the pace of `Hachage` and `Frein`; a demonstration's one click and a
/// one-time link go through the same rules. `Entree` opens a stay: a new session (`Sessions`, of which only a print is
/// kept) and a new form token. At every request `Utilisateurs` asks the directory who is behind the account today, so
/// a suspension or a closed school is felt within seconds, and `Gardien` lets pass whom the route names.
///
/// What the charter still asks is computed there, once a stay (`comptes.charte`). On a device that a teacher has
/// opened, the session is the class's, and children who do not read come and go in it (`ClasseController`). What was
/// typed when
/// a stay ended is given back to the same person (`RepriseController`).
///
/// A sheet's code (`Codes`, `CodesEleves`) lets a person in for the first time or again: `Feuille` judges what they
/// type, `Activation` opens the account, `Reunion` makes one account of two that are one person.
///
/// It never says whether a login exists, never writes a password, token or name anywhere but where it belongs, and
/// learns of classes and schools only what the directory says to who may see them.
@ApplicationModule(allowedDependencies = {"annuaire", "annuaire::saisies", "journal", "courriel"})
@NullMarked
package fr.entecole.comptes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
