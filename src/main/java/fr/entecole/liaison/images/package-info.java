/// Consent to one project of images: purpose, medium, term. The ledger outlives the mot that asked, each « oui » is
/// taken back at any time on « Mes autorisations », and who publishes asks `Autorisations` first.
@NullMarked
package fr.entecole.liaison.images;

import org.jspecify.annotations.NullMarked;
