/// What becomes of a mot, for who wrote it: a row a child, where each guardian stands and why one cannot be reached
/// (`LectureDuSuivi`), reminding the rest (`Relances`), slips of paper and what comes back on them (`Talons`).
@NullMarked
package fr.entecole.liaison.suivi;

import org.jspecify.annotations.NullMarked;
