/// News on a telephone or a computer that its holder lets ring (Push API). A device is an address at its maker's
/// service and two keys (`Abonnements`); what is sent there is encrypted for the device alone (`Chiffrement`, RFC 8291)
/// and signed as this installation (`Vapid`, RFC 8292), and tells only the kind of news and a path (`Sonneries`,
/// `Expedition`). A device that is gone for its service is forgotten. Services that may be written to are listed: the
/// server asks for no address that someone could choose.
@NullMarked
package fr.entecole.notifications.push;

import org.jspecify.annotations.NullMarked;
