/// The public *annuaire de l’éducation*: the region gives its file, by a page or by command, before any feed and as
/// often as it is published. It makes schools, communes and circonscriptions that nobody knows yet, gives back the
/// accents that feeds lose, and tells in what it and the feed disagree. On the page, what a file would do is shown
/// before it is done (`AnnuairesRecus`). It never opens, closes or takes away anything, and what the feed says stays
/// the feed’s.
@NullMarked
package fr.entecole.annuaire.officiel;

import org.jspecify.annotations.NullMarked;
