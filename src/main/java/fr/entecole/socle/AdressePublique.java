package fr.entecole.socle;

import org.springframework.boot.context.properties.ConfigurationProperties;

/// The address under which people reach this installation, for the links that leave it (mail, one-time links): never
/// taken from a request, whose `Host` anyone may write.
///
/// @param adressePublique without a slash at its end, such as `https://ent.example.org`
@ConfigurationProperties("ent")
public record AdressePublique(String adressePublique) {

    public AdressePublique {
        if (!adressePublique.matches("https?://[^/\\s]+")) {
            throw new IllegalArgumentException(
                    "ent.adresse-publique attend une adresse sans chemin, comme https://ent.example.org");
        }
    }

    public boolean https() {
        return adressePublique.startsWith("https:");
    }

    /// @param chemin from the root, such as `/connexion`
    public String lien(String chemin) {
        return adressePublique + chemin;
    }
}
