/// Reading and applying the AAF 1D feed (docs/interfaces/aaf.md): read → validate → stage → diff → apply → report,
/// streaming, in bounded memory.
///
/// An `Inventaire` of what was delivered comes first: most refusals are known before a record is read. Records are
/// staged in temporary tables, compared with the directory there, and applied in one transaction that also tells the
/// others (`LotApplique`). A batch that is refused or held leaves the directory as it was; the same batch again
/// changes nothing; batches are compared with each other, never with the clock.
///
/// Nobody is removed: who is missing is suspended and dated. What people entered by hand is never touched.
@NamedInterface("aaf")
@NullMarked
package fr.entecole.annuaire.aaf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
