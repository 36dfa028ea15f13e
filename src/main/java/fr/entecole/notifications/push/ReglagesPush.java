package fr.entecole.notifications.push;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which push services devices may name, those of the browsers that are in use: the server writes nowhere else.
///
/// @param services origins; the hosts below them too
/// @param essais after so many failures a message is given up
@ConfigurationProperties("ent.notifications.push")
record ReglagesPush(
        @DefaultValue({
            "https://fcm.googleapis.com",
            "https://push.services.mozilla.com",
            "https://push.apple.com",
            "https://notify.windows.com"
        })
        List<String> services,

        @DefaultValue("6") int essais) {

    /// @return the address, when it is one of a service that is listed
    Optional<URI> accept(String adresse) {
        try {
            var uri = new URI(adresse);
            return services.stream().map(URI::create).anyMatch(service -> covers(service, uri))
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }

    private static boolean covers(URI service, URI uri) {
        var host = uri.getHost();
        return host != null
                && uri.getRawUserInfo() == null
                && service.getScheme().equals(uri.getScheme())
                && service.getPort() == uri.getPort()
                && (host.equals(service.getHost()) || host.endsWith("." + service.getHost()));
    }
}
