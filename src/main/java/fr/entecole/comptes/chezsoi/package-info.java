/// A young child's page on the family's device. A guardian opens it from their own (`ChezSoiController`): their session
/// becomes the child's stay, and holds nothing more of theirs. « C’est fini » ends the child's; the guardian's page
/// comes back with their password alone, judged by `Retour`; signing out altogether asks for none.
///
/// Whether the guardian still answers for that child, and the child is still of those who do not read, is asked at each
/// page by `portes.ContexteDeSession`. ADR 0051.
@NullMarked
package fr.entecole.comptes.chezsoi;

import org.jspecify.annotations.NullMarked;
