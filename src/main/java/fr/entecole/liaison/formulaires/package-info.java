/// Small forms: a kind of mot that asks questions, and counts.
///
/// A `Formulaire` has `Question`s (a choice, several, a short text, a number) and takes one answer a child or one a
/// guardian, until its day or until its author closes it. `Guichet` is the one place that writes answers; it holds the
/// form first, so that what comes after the closing is given back and never lost in between. `Depouillement` counts.
///
/// Of an anonymous form, who has answered (`participation`) and what was answered (`bulletin`) have nothing in common,
/// in the table or beside it; its results show once it is closed, from five answers on, and no count under five. ADR
/// 0050.
@NullMarked
package fr.entecole.liaison.formulaires;

import org.jspecify.annotations.NullMarked;
