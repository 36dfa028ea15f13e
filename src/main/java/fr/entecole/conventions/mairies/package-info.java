/// What a town hall does without an account: it finds its commune, ticks its schools, says who signs. Nothing changes
/// before the link sent to the address that it gave has come back (`DeclarationsAnnoncees`); then a draft stands,
/// which its référent ville, or whoever asks to be it, goes on with.
@NullMarked
package fr.entecole.conventions.mairies;

import org.jspecify.annotations.NullMarked;
