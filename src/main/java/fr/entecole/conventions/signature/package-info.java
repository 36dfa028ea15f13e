/// Signing in the application, by the signatory of the commune and by those whom the region has named for a time: a
/// document that is set, printed (SHA-256) and sealed with who signed it and when, and a page of evidence beside it.
/// Both are kept as an uploaded signature is.
@NullMarked
package fr.entecole.conventions.signature;

import org.jspecify.annotations.NullMarked;
