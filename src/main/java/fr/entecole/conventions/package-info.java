/// Conventions between communes and the région académique, from the town hall’s declaration to opened schools and a
/// titre de perception. What the agreements say stands in `regles`, without a table; here is what happened, and it is
/// never overwritten: parameters of a year have versions (`Annees`), a declaration is written again, a step is a fact
/// with its day and its author (`Conventions`). Where a convention stands, what it costs and which schools it opens
/// is read from those facts (`Convention`), and kept nowhere.
///
/// Schools open and close by themselves at night (`Bascules`): a convention in force lists them, or a renewal under
/// way keeps them for a time, or the region has said why; so does whoever takes one up (`Reprises`). A school that no
/// signed convention ever named stays as the region has put it by hand. Commune and region see one page, each with its
/// own gestures (`ConventionAccess`); nobody here ever sees a pupil.
///
/// Over it: `commune`, what the town hall does; `region`, the board, the years, openings; `titres`, the money;
/// `ecoles`, what heads and inspectors read; `personnes`, who acts for a commune; `signature`, what is signed in the
/// application; `mairies`, what a town hall declares without an account; `recherche`, how it is found.
@ApplicationModule(
        allowedDependencies = {
            "annuaire",
            "annuaire::codes",
            "annuaire::declarations",
            "annuaire::ecoles",
            "annuaire::saisies",
            "comptes",
            "comptes::exigences",
            "comptes::invitations",
            "courriel",
            "documents",
            "journal",
            "notifications",
            "papier"
        })
@NullMarked
package fr.entecole.conventions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
