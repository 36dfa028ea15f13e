/// Who acts for a commune. It asks for its référent ville or its signatory on a public page, the region grants it; the
/// référent invites those who draft and those who pay, replaces and removes them. Each is dated and has its author, and
/// whoever is invited chooses their password by a link that serves once.
@NullMarked
package fr.entecole.conventions.personnes;

import org.jspecify.annotations.NullMarked;
