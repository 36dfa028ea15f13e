/// What the agreements say, as pure functions of dated facts: the parameters of a year and their models, amounts, what
/// is billed and what is open when a list changes (article 6 of 2020-21), the steps and terms of an ending, the
/// receipt of a prefecture. No table and no page: whoever reads an agreement beside these types finds each of its
/// sentences.
///
/// Money is whole cents, days are those of Paris, a school is known by its id: its code and its name may change.
@NullMarked
package fr.entecole.conventions.regles;

import org.jspecify.annotations.NullMarked;
