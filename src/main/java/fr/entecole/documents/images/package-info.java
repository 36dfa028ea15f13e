/// Pictures for screens: upright, without what the camera wrote in them, in three sizes, and the first page of a PDF.
/// libvips where the machine has it (`Vips`), the JDK and Thumbnailator otherwise (`ImagesDuJdk`). A picture's measures
/// are read before anything else, and only so many are worked on at once. It knows no person and no database.
@NullMarked
package fr.entecole.documents.images;

import org.jspecify.annotations.NullMarked;
