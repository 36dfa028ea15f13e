/// The people picker of every room: whom this goes to, who that is today, and who cannot be reached
/// (docs/adr/0042-people-picker.md).
///
/// A room says what may be chosen (`Champ`), gives `Selection` what its form sent, puts `choisir.jte` into its form,
/// and stores the keys of what `Selection.accepted` gives back. The directory says who may be addressed and finds them
/// (`annuaire.destinataires`); here stand the page's part and its search, which is a POST and leaves no name in an
/// address or a trace.
@NamedInterface("destinataires")
@NullMarked
package fr.entecole.comptes.destinataires;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
