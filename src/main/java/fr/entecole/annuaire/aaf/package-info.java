/// Reading and applying the AAF 1D feed: read → validate → stage → diff → apply → report, streaming.
@NamedInterface("aaf")
@NullMarked
package fr.entecole.annuaire.aaf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
