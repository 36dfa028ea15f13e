/// Families write first. A guardian says something of one of their children (`Parole`): an absence to come, somebody
/// else who collects them, a question. Who teaches that child, and the head, read it and answer; the other guardian
/// never sees it, nor does the pupil.
///
/// `Paroles` is the one place that writes, `LectureDesParoles` the one that reads, always through who is looking;
/// `ParoleAccess` has the rules. Where it stands is computed from dated rows (`Etat`): what its author changes is new
/// again. Bells ring within delivery hours, but for a pick-up of today said in school hours. An absence is announced
/// where the roll is, and heard here (`AbsencesEntendues`), so that it is read among the rest. ADR 0051.
@NullMarked
package fr.entecole.liaison.familles;

import org.jspecify.annotations.NullMarked;
