/// Whom one may address, found by words: the classes, groups, schools and people that `Publics` lets this person
/// address, by a name, a child's name, a class or a group, with or without accents, and with a mistake in a word
/// (docs/adr/0042-people-picker.md).
///
/// `Carnet` finds and names; `Ressemblance` says whether what was typed is like a name. Neither decides: what a form
/// sends is judged by `Publics.accepts`. Who can be reached is for `comptes.destinataires` to say.
@NamedInterface("destinataires")
@NullMarked
package fr.entecole.annuaire.destinataires;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
