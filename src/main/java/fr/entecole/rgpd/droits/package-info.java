/// Rights that people exercise (RGPD, articles 15 to 21) and what becomes of their data after their death: asked on
/// their own page, or written down from a letter; the data protection officer takes them, answers with what proves it,
/// within the month or with a reason why not.
@NullMarked
package fr.entecole.rgpd.droits;

import org.jspecify.annotations.NullMarked;
