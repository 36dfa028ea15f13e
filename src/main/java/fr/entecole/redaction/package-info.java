/// How it is written and read: every room that has words of people to keep uses this.
///
/// `TexteRiche` is such a text: sanitised when it is written, shown as HTML whose headings fit the page
/// (`redaction/_texte`), read aloud, found in French (`redaction.mots`, `redaction.demande`), and plain for mail. The
/// field is `redaction/_editeur`: a text area where there is no script, an editor where there is one, loaded by the
/// pages that have it and no others.
///
/// `Brouillons` keeps what is being typed, from the first pause on, so that nothing typed is lost; a tab that is behind
/// another is told so and overwrites nothing. What a device holds meanwhile can be read by the same person alone.
/// `TextesDuService` keeps the texts that the region writes for everyone.
///
/// It knows no room: a draft's `lieu` is a word that the room chose. ADR 0043.
@ApplicationModule(allowedDependencies = {"journal"})
@NullMarked
package fr.entecole.redaction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
