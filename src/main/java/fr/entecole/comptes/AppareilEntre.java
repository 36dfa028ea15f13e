package fr.entecole.comptes;

import java.util.UUID;

/// An account has come in by the door on a device: told once the door is open.
///
/// @param empreinte of the device's mark, the same for all accounts that come in there; it opens nothing
public record AppareilEntre(UUID compte, String empreinte) {

    /// Where a stay keeps the print of the device on which it was opened.
    public static final String SEANCE = "appareil";
}
