/// What a teacher asks of the head for a guardian who has come already: an access again, which is not theirs to give
/// (ADR 0014). Asked by one touch, once however many ask; done by the head's usual page.
///
/// `AccesDemandes` keeps the requests and ends them by itself when an access is given (`AccesRedonne`), when the
/// guardian comes in, or is no longer of the school; `AccesDemandesTuile` puts them on the head's home. Who may ask for
/// whom is judged by `comptes.feuilles`.
@NullMarked
package fr.entecole.comptes.demandes;

import org.jspecify.annotations.NullMarked;
