/// Who comes in, and how. An account is born for each person of the directory, with a login that is never recomputed
/// (`NaissanceDesComptes`); it lives and dies with that person (`Comptes`, `ComptesDonneesPersonnelles`). At every
/// request `Utilisateurs` asks the directory who is behind the account today, so a suspension or a closed school is
/// felt within seconds.
///
/// The rest is in rooms, each of which knows this one and those before it: stays (`sessions`), what a device bears
/// (`appareils`), the `charte`, the passwords (`motsdepasse`), the `codes`, the `images` of those who do not read;
/// then the `portes` that ask for all of them, a young child's page at home (`chezsoi`), the ways to get one's
/// account (`activation`) and to keep it (`moncompte`) or part it (`separation`), what a head entrusts to others
/// (`delegations`), the printed sheets (`impression`) and the screens of those who hand them (`feuilles`); whom one
/// writes to is chosen in `destinataires`, for every room. Below never calls above: it tells
/// (`ComptesDeconnectes`), or is collected (`Perissable`).
///
/// Published in SQL to other modules (docs/adr/0023): of a day, `appel_confie`; how people
/// are called by who reads what they wrote, `nomme` (`noms`).
///
/// It never says whether a login exists, never writes a password, token or name anywhere but where it belongs, and
/// learns of classes and schools only what the directory says to who may see them.
@ApplicationModule(
        allowedDependencies = {
            "annuaire",
            "annuaire::declarations",
            "annuaire::destinataires",
            "annuaire::interims",
            "annuaire::remplacements",
            "annuaire::saisies",
            "journal",
            "courriel",
            "papier"
        })
@NullMarked
package fr.entecole.comptes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
