/// What is attached: a person's upload, in parts or with a form, becomes part of a thing of a room (`Documents.attach`,
/// in the room's transaction), is shown by `_pieces.jte` and served by `LivraisonController`.
///
/// Who may read it is the room's own rule, a `LectureDePieces` bean: without one nothing of the room is attached. Its
/// bytes are kept once, by hash, on the local disk or in an S3 store (`rangement`); their kind is read in them, never
/// believed (`TypesDeFichier`). Pictures are turned upright, rid of what the camera wrote and made in the sizes of
/// screens (`images`); where an antivirus is set up, nothing is served before it has passed (`antivirus`).
///
/// What is taken away is gone at once for people, and for good after a term. Nothing is served to be run: an
/// attachment, without sniffing, in a sandbox. It stands on the ground: it knows people by the signed-in person alone.
/// ADR 0040.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package fr.entecole.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
