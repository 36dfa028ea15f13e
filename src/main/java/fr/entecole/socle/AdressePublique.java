package fr.entecole.socle;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The address by which people reach this installation (`ent.adresse-publique`), for links that leave it and for what
/// depends on https: cookies and headers. Unset, it is this machine's own, with the port that the application last
/// listened on: a command run beside it writes the same links.
@Component
public class AdressePublique {

    private static final String CLE = "adresse-locale";

    private final String publique;
    private final int port;
    private final JdbcClient jdbc;

    public AdressePublique(
            @Value("${ent.adresse-publique:}") String publique,
            @Value("${server.port:8080}") int port,
            JdbcClient jdbc) {
        this.publique = publique.strip().replaceAll("/+$", "");
        this.port = port;
        this.jdbc = jdbc;
    }

    public boolean https() {
        return "https".equals(URI.create(publique).getScheme());
    }

    /// @param chemin absolute path, such as `/connexion`
    public String lien(String chemin) {
        return (publique.isEmpty() ? locale() : publique) + chemin;
    }

    private String locale() {
        return jdbc.sql("select valeur from socle.installation where cle = :cle")
                .param("cle", CLE)
                .query((rs, _) -> rs.getString("valeur"))
                .optional()
                .orElse("http://127.0.0.1:" + port);
    }

    @EventListener
    void on(WebServerInitializedEvent started) {
        jdbc.sql("""
                        insert into socle.installation (cle, valeur) values (:cle, :adresse)
                        on conflict (cle) do update set valeur = excluded.valeur
                        """)
                .param("cle", CLE)
                .param("adresse", "http://127.0.0.1:" + started.getWebServer().getPort())
                .update();
    }
}
