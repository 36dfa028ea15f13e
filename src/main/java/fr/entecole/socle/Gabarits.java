package fr.entecole.socle;

import fr.entecole.socle.langue.Langue;
import fr.entecole.socle.web.Compression;
import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Renders the templates that the build compiled into their modules' packages; the page is written at once, compressed
/// for who reads that, with its length.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Gabarits implements ViewResolver {

    private final Compression compression = new Compression();
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "fr.entecole");

    @Override
    public View resolveViewName(String name, Locale locale) {
        return (model, request, response) -> {
            var output = new Utf8ByteOutput();
            engine.render(name + ".jte", parameters(model), output);
            // not the browser's language, which Spring has set: the page's
            response.setLocale(Locale.of(Langue.courante().code()));
            response.setContentType("text/html;charset=UTF-8");
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            if (Compression.suits(request.getHeader(HttpHeaders.ACCEPT_ENCODING), output.getContentLength())) {
                var bytes = compression.gzip(output);
                response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
                response.setContentLength(bytes.length);
                response.getOutputStream().write(bytes);
            } else {
                response.setContentLength(output.getContentLength());
                output.writeTo(response.getOutputStream());
            }
        };
    }

    /// A template as a part of another page.
    public Content part(String name, Map<String, Object> parameters) {
        return output -> engine.render(name + ".jte", parameters, output);
    }

    private static Map<String, Object> parameters(@Nullable Map<String, ?> model) {
        Map<String, Object> kept = new HashMap<>();
        if (model == null) {
            return kept;
        }
        model.forEach((key, value) -> {
            if (!key.startsWith("org.springframework.")) {
                kept.put(key, value);
            }
        });
        return kept;
    }
}
