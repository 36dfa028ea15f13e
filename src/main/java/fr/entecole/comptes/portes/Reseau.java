package fr.entecole.comptes.portes;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The network that an address stands for. One home or school has a whole /64 of IPv6, often a /56, sometimes a /48:
/// who changes address inside them is still at the same place.
///
/// @param lieu an address of IPv4, a /64 of IPv6
/// @param quartier the /56 around it; null of IPv4
/// @param operateur the /48 around it; null of IPv4
record Reseau(
        String lieu, @Nullable String quartier, @Nullable String operateur) {

    static Reseau of(String adresse) {
        try {
            return InetAddress.ofLiteral(adresse) instanceof Inet6Address v6
                    ? new Reseau(first(v6, 8), "56 " + first(v6, 7), "48 " + first(v6, 6))
                    : new Reseau(adresse, null, null);
        } catch (IllegalArgumentException e) {
            return new Reseau(adresse, null, null);
        }
    }

    /// Those who wait behind each other at the door: the widest that one customer may hold.
    String file() {
        return operateur == null ? lieu : operateur;
    }

    private static String first(Inet6Address address, int bytes) {
        return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), bytes));
    }
}
