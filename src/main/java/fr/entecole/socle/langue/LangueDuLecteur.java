package fr.entecole.socle.langue;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/// Answers each request in its reader's language: the one chosen on this device, else the first of their browser's that
/// the region offers, else French. A choice is honoured for any language that has a file, offered or not, so that
/// translators see their work on the pages.
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public class LangueDuLecteur extends OncePerRequestFilter {

    /// Cookie of the language chosen on this device.
    public static final String COOKIE = "langue";

    private final LanguesReglages reglages;

    LangueDuLecteur(LanguesReglages reglages) {
        this.reglages = reglages;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            of(request).call(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private Langue of(HttpServletRequest request) {
        var chosen = WebUtils.getCookie(request, COOKIE);
        return (chosen == null ? null : Langue.of(chosen.getValue()).orElse(null)) instanceof Langue langue
                ? langue
                : preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private Langue preferred(@Nullable String header) {
        var choix = reglages.choix();
        if (header == null || choix.size() == 1) {
            return Langue.FRANCAIS;
        }
        try {
            var locale = Locale.lookup(
                    Locale.LanguageRange.parse(header),
                    choix.stream().map(l -> Locale.of(l.code())).toList());
            return locale == null
                    ? Langue.FRANCAIS
                    : Langue.of(locale.getLanguage()).orElse(Langue.FRANCAIS);
        } catch (IllegalArgumentException _) {
            // whoever sent it did not write it
            return Langue.FRANCAIS;
        }
    }
}
