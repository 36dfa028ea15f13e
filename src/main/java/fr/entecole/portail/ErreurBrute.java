package fr.entecole.portail;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.AdressePublique;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/// The last resort: what the server itself answers to a request that it cannot read, or when even the error page
/// failed. Plain, in French, without style.
@Component
class ErreurBrute implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private final boolean https;

    ErreurBrute(AdressePublique adresse) {
        this.https = adresse.https();
    }

    /// After the server's own report, so that this one stands nearer to the request and speaks first.
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Valve(https)));
    }

    /// No page, no script, no picture: it may be asked for before any filter was reached.
    private static final Map<String, String> ENTETES = Map.of(
            "Content-Security-Policy",
                    "default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Permissions-Policy", "camera=(), microphone=(), geolocation=()",
            "Cache-Control", "no-store");

    private static final class Valve extends ErrorReportValve {

        private final boolean https;

        Valve(boolean https) {
            this.https = https;
        }

        @Override
        protected void report(Request request, Response response, Throwable throwable) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            var erreur = Erreur.of(response.getStatus(), throwable, request.getContentType());
            ENTETES.forEach(response::setHeader);
            if (https) {
                response.setHeader("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");
            }
            response.setContentType("text/html");
            response.setCharacterEncoding("UTF-8");
            try (var writer = response.getReporter()) {
                if (writer != null) {
                    writer.write("<!doctype html><html lang=\"fr\"><meta charset=\"utf-8\"><title>"
                            + erreur.titre() + "</title><h1>" + erreur.titre() + "</h1><p>" + erreur.recit() + " "
                            + erreur.garde() + "</p><p><a href=\"/\">" + t("Revenir à l’accueil") + "</a></p></html>");
                }
                response.finishResponse();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
