/// What a module owes to those who look at everyone, beyond what stands in `socle` itself: the work that it does by
/// itself at certain hours (`Travail`), what of it can be reported (`Contenu`), found (`Recherche`) and counted
/// (`ServiceMesure`). Beans, each collected by one module that draws or does them.
@NullMarked
package fr.entecole.socle.contrats;

import org.jspecify.annotations.NullMarked;
