/// Finding someone by name (docs/adr/0018-search-by-name.md): inside what a teacher, a head or a guardian may see
/// (`Recherche`), who works in a school for the assistance that follows it (`RechercheDesEquipes`), and anyone of the
/// region for its administrator and the data protection officer (`RechercheRegion`).
///
/// The perimeter comes first and the name after, in one statement. A row of the region says where somebody belongs and
/// nothing of their life; a guardian kept out does not differ from another.
@NullMarked
package fr.entecole.annuaire.recherche;

import org.jspecify.annotations.NullMarked;
