/// Asks clamd whether bytes are clean (`ent.documents.antivirus`). Without a setting nothing is asked.
@NullMarked
package fr.entecole.documents.antivirus;

import org.jspecify.annotations.NullMarked;
