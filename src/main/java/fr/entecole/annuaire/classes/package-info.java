/// The classes and who teaches them. No feed says it: a teacher says « c’est ma classe » (`Demandes`), the head of the
/// school confirms, refuses, attaches or detaches (`Enseignements`), and the region may, in any school.
///
/// Heads see their schools here: classes, requests, and what the feed says is to be mended in ONDE
/// (`LectureDeLaDirection`, `LectureDesSignalements`). Teachers see their own classes (`ClassesEnseignees`).
///
/// Whose school it is (`DirectionAccess`) is part of every statement: a stranger finds nothing. A class is never made
/// or archived here: only a feed does.
@NullMarked
package fr.entecole.annuaire.classes;

import org.jspecify.annotations.NullMarked;
