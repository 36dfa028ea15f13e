/// The second factor: what proves, besides the password, that it is the holder of the account.
///
/// `Facteurs` keeps what a person has added, codes of a telephone (`CodesDuTelephone`) or a passkey, and the ten codes
/// of `CodesDeSecours`, which serve when it is lost. `Exigences` says who must have one, and until when they may do
/// without. `FacteurDeSession` is what a stay remembers of it: that it waits, and when it was last proven.
///
/// No secret can be read back: those of telephones stand sealed under the installation's secret, the ten codes as
/// prints, passkeys as public keys. What is asked, and when, is `comptes.preuves`. ADR 0070.
@NullMarked
package fr.entecole.comptes.facteur;

import org.jspecify.annotations.NullMarked;
