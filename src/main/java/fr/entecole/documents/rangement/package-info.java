/// Where bytes are kept: the local disk under the data folder, or any S3-compatible store
/// (`ent.documents.rangement.s3`). Known by a key; whole or not there. It knows no person and no database.
@NamedInterface("rangement")
@NullMarked
package fr.entecole.documents.rangement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
