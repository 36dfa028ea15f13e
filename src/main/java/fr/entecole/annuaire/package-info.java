/// Schools, classes, pupils, guardians, staff, communes and circonscriptions, as the académies feed them and as heads
/// and the region complete them by hand. It answers who belongs where and who may see whom; it knows no account.
/// People are never removed by a feed: they are suspended, dated, and come back as the same person.
///
/// Here stands what other modules ask (`Annuaire`, `Familles`, `Enfants`, `Petits`, …) and what they are told
/// (`LotApplique`, `RestrictionDecidee`, …). The rest is in nested packages, which know this one and which it does not
/// know: `ecoles`, `officiel`, `classes`, `remplacements`, `eleves`, `saisies`, `complements`, `corrections`,
/// `doublons`, `perimetres`, `restrictions`, `recherche`, `destinataires`, `donnees`, and `aaf`, the feed. Under all of
/// them, `noms` says how people and places are written, and `tableaux` reads tables.
///
/// What lasts is a dated row that ends (`depuis`, `fini_le`): being in a class, teaching it, a function, a guardian's
/// link. `Scolarite` tells what was. Which day it is, the `Clock` says, never the database.
///
/// Published in SQL to other modules (docs/adr/0023-published-views.md): `ouverte`, `fermee`, `lieu`, `present`,
/// `inscrit`, `alerte`, `coordonnees`, `anniversaire`, `equipe`, `dirige`, `enseigne`, `instruit`, `titulaire`,
/// `foyer`, `etat`, of a day `autorite`, `garde`, `famille`, `suivie`, and of a level `petit`.
@ApplicationModule(allowedDependencies = {"journal", "courriel", "documents", "documents::rangement", "papier"})
@NullMarked
package fr.entecole.annuaire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
