package fr.entecole.socle;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The address by which people reach this installation (`ent.adresse-publique`), for links that leave it and for what
/// depends on https: cookies and headers. Unset, it is this machine's own.
@Component
public class AdressePublique {

    private final URI racine;

    AdressePublique(@Value("${ent.adresse-publique:}") String publique, @Value("${server.port:8080}") int port) {
        this.racine = URI.create(publique.isBlank() ? "http://127.0.0.1:" + port : publique.replaceAll("/+$", ""));
    }

    public boolean https() {
        return "https".equals(racine.getScheme());
    }

    /// @param chemin absolute path, such as `/connexion`
    public String lien(String chemin) {
        return racine + chemin;
    }
}
