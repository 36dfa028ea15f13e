package fr.entecole.courriel;

import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where letters that cannot be delivered come back: an address whose box takes what follows a « + », and the IMAP
/// server that keeps it. Without a server nothing is read, and only what the SMTP server refuses at once closes an
/// address.
///
/// @param adresse sender of the envelope, `retours@example.org`; each letter has its own, `retours+<id>@example.org`
/// @param chiffre IMAP over TLS, as it must be outside of one machine
@ConfigurationProperties("ent.courriel.retours")
record ReglagesDesRetours(
        @DefaultValue("") String adresse,
        @DefaultValue("") String serveur,
        @DefaultValue("993") int port,
        @DefaultValue("true") boolean chiffre,
        @DefaultValue("") String utilisateur,
        @DefaultValue("") String motDePasse,
        @DefaultValue("INBOX") String dossier) {

    static final ReglagesDesRetours AUCUN = new ReglagesDesRetours("", "", 993, true, "", "", "INBOX");

    boolean present() {
        return !serveur.isEmpty() && adresse.contains("@");
    }

    /// Where this letter comes back.
    String adresse(UUID envoi) {
        int at = adresse.lastIndexOf('@');
        return adresse.substring(0, at) + "+" + envoi + adresse.substring(at);
    }

    /// What finds the letter in an address of [#adresse].
    Pattern motif() {
        int at = adresse.lastIndexOf('@');
        return Pattern.compile(
                Pattern.quote(adresse.substring(0, at)) + "\\+([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
                        + Pattern.quote(adresse.substring(at)),
                Pattern.CASE_INSENSITIVE);
    }
}
