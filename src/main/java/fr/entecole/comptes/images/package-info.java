/// The secret pictures of young children: two, touched in order on the device that their teacher has opened.
///
/// A class asks for them or not: from the CP up it does until its teacher says otherwise. A child chooses their own at
/// the first entry; `ImagesSecretes` keeps a print under the installation's secret, counts wrong pairs and makes them
/// wait. `ImagesDeClasse` is what the teacher sees: who has chosen, who waits, one touch to choose again, one for a
/// child who cannot manage. ADR 0036.
///
/// Nobody reads a pair back, and no pair is ever written: not in a log, not in the journal, not in an address.
@NullMarked
package fr.entecole.comptes.images;

import org.jspecify.annotations.NullMarked;
