/// What the application does by itself, at night or every few minutes: once for all nodes, with its last run, its
/// length, what it did and its next run before the region's administrator, who may ask for a run.
///
/// `Ordonnanceur` gives the modules' `Travail` to db-scheduler, which keeps their hours in `travaux.tache` and
/// takes up again what a node left when it died; `Executions` keeps what each run did; `TravauxController` shows
/// it, and an open page follows by itself. `EnvoisContinus` shows what leaves all day, by what waits. Nobody stands
/// in these tables.
@ApplicationModule(allowedDependencies = {"direct", "journal"})
@NullMarked
package fr.entecole.travaux;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
