/// Two sheets of one person in a school, proposed side by side with what makes them alike (`LectureDesDoublons`), and
/// made one, or told apart, by the head or the region (`Doublons`); taken back within thirty days.
///
/// A sheet that a feed still brings is never given up: the next batch would bring it back. Two people present in the
/// same feed are never made one: that is for ONDE. Pupils of one INE need nobody: the feed knows them again. Guardians
/// of two feeds make one account of theirs with both codes. docs/adr/0076-two-sheets-of-one-person.md
@NullMarked
package fr.entecole.annuaire.doublons;

import org.jspecify.annotations.NullMarked;
