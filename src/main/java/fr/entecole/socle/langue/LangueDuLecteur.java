package fr.entecole.socle.langue;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/// Answers each request in its reader's language: the one that the address says (a sheet of codes does, for the square
/// that a telephone photographs), else the one chosen on this device, else the first of their browser's that the region
/// offers, else French. A choice is honoured for any language that has a file, offered or not, so that translators see
/// their work on the pages. Who is signed in has their account's instead (`comptes.langues`).
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public class LangueDuLecteur extends OncePerRequestFilter {

    /// Cookie of the language chosen on this device.
    public static final String COOKIE = "langue";

    /// Attribute of the request: the [Langue] that the account of who is signed in has chosen.
    public static final String DU_COMPTE = "fr.entecole.langue";

    private static final Pattern SAID = Pattern.compile("(?:^|&)langue=([a-z]{2})(?:&|$)");

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
        var said = said(request);
        if (said != null) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, said));
        }
        answer(said != null ? said : of(request), request, response, chain);
    }

    /// What an address of ours that is written somewhere carries, so that it opens in the language of what is written.
    public static String said() {
        return said(Langue.courante());
    }

    public static String said(Langue langue) {
        return langue == Langue.FRANCAIS ? "" : "?" + COOKIE + "=" + langue.code();
    }

    /// Goes on in this language.
    public static void answer(
            Langue langue, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            langue.call(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    /// What keeps a choice on this device.
    public static String cookie(HttpServletRequest request, Langue langue) {
        return ResponseCookie.from(COOKIE, langue.code())
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .build()
                .toString();
    }

    private static @Nullable Langue said(HttpServletRequest request) {
        var query = request.getQueryString();
        if (query == null || !request.getMethod().equals("GET")) {
            return null;
        }
        var langue = SAID.matcher(query);
        return langue.find() ? Langue.of(langue.group(1)).orElse(null) : null;
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
