/// Feeds on screen: the region drops an archive, or a watched folder is looked at each night (`TravauxDesLots`); the
/// archive waits in the store, whichever node is free imports it (`Importeur`) and says how far it is. What was held is
/// decided once, by one person (`DecisionsDesLots`); what a batch did is told by school, by reason and by person
/// (`LectureDesEcarts`), and taken away as CSV.
///
/// An archive holds everyone: it is erased as soon as nothing asks for it any more, and after a month whatever happens.
@NullMarked
package fr.entecole.annuaire.aaf.depots;

import org.jspecify.annotations.NullMarked;
