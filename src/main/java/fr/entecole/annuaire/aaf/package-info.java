/// Reading and applying the AAF 1D feed (docs/interfaces/aaf.md): read (`lecture`) → validate and stage (`validation`)
/// → diff (`comparaison`) → apply and report (`application`), streaming, in bounded memory. Each step knows those
/// before it; here are the words that they share, and the pages where the region reads what batches did (`Lots`).
///
/// Records are staged in tables beside the directory, compared with it there, and applied in one transaction. A batch
/// that is refused or held leaves the directory as it was; the same batch again changes nothing; batches are compared
/// with each other, and one that is dated ahead of the clock is held.
///
/// Nobody is removed: who is missing is suspended and dated. What people entered by hand is never touched.
@NamedInterface("aaf")
@NullMarked
package fr.entecole.annuaire.aaf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
