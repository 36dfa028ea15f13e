/// What a head adds, corrects and ends by hand about the pupils and the guardians of her school, each with its
/// reason: the feed then respects it. What comes from the feed is corrected beside it (`FichesCorrigees`), until it
/// is mended in ONDE; what contradicts the feed is told with the field to mend (`LectureDesContradictions`).
///
/// The writer is `saisies`; who is kept out of a child stands in `restrictions`. Only the head of the pupil's
/// school has anything here. docs/adr/0075-what-a-school-adds-to-the-feed.md
@NullMarked
package fr.entecole.annuaire.corrections;

import org.jspecify.annotations.NullMarked;
