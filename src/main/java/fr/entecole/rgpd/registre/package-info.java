/// The register of processing (RGPD, article 30), made of what modules declare: what for (`ActiviteDeclaree`), what is
/// held, from where and how long (`DonneesPersonnelles`). A page for anyone, a file on paper for the officer.
@NullMarked
package fr.entecole.rgpd.registre;

import org.jspecify.annotations.NullMarked;
