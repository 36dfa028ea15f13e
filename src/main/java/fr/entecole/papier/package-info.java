/// What goes on paper, for any room: tagged PDF files (PDF/UA), in French, A4, with their fonts inside.
///
/// A room composes `Feuillet`s: a template of its own with what it shows and how it looks, or a `TableauImprime` when
/// a list is all that it needs. `Impression` sets each of them with the fonts of the house (`Polices`, and `Lettres`
/// for those that a name may need) and draws the squares to photograph (`Carre`); `Tirage` binds a whole printing
/// into one file while it is being sent. `Imprimerie` gives each account its turn (`FileDImpression`): who must wait
/// is told their place, tries again by the same form, and leaves by not asking.
///
/// Nothing is kept, here or on a disk. Who may print what is judged by the room, beside the thing. ADR 0048.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package fr.entecole.papier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
