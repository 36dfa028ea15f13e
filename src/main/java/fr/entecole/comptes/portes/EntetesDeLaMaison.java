package fr.entecole.comptes.portes;

import fr.entecole.socle.AdressePublique;
import fr.entecole.socle.web.Microphone;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.XXssProtectionHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/// What every page tells the browser. The security chain writes it; the page of an error, which the server may ask for
/// before that chain was reached, has it from here.
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class EntetesDeLaMaison extends OncePerRequestFilter {

    private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; media-src 'self'; connect-src 'self'; form-action 'self';"
            + " frame-ancestors 'none'; base-uri 'none'";

    private static final String DEVICES = "camera=(), microphone=%s, geolocation=(), payment=(), usb=(), serial=(),"
            + " bluetooth=(), midi=(), display-capture=(), browsing-topics=()";

    private final List<HeaderWriter> writers;

    EntetesDeLaMaison(AdressePublique adresse) {
        var all = new ArrayList<HeaderWriter>(List.of(
                new XContentTypeOptionsHeaderWriter(),
                new XXssProtectionHeaderWriter(),
                new CacheControlHeadersWriter(),
                new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
                new ContentSecurityPolicyHeaderWriter(CONTENT),
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.NO_REFERRER),
                devices(),
                opener()));
        if (adresse.https()) {
            var strict = new HstsHeaderWriter();
            strict.setRequestMatcher(AnyRequestMatcher.INSTANCE);
            all.add(strict);
        }
        this.writers = List.copyOf(all);
    }

    List<HeaderWriter> writers() {
        return writers;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getDispatcherType() != DispatcherType.ERROR;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        writers.forEach(writer -> writer.writeHeaders(request, response));
        chain.doFilter(request, response);
    }

    /// No device to any page, but the microphone to those that record a voice.
    private static HeaderWriter devices() {
        var none = new PermissionsPolicyHeaderWriter(DEVICES.formatted("()"));
        var voice = new PermissionsPolicyHeaderWriter(DEVICES.formatted("(self)"));
        return (request, response) -> (records(request) ? voice : none).writeHeaders(request, response);
    }

    private static boolean records(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod route
                && route.hasMethodAnnotation(Microphone.class);
    }

    private static HeaderWriter opener() {
        var writer = new CrossOriginOpenerPolicyHeaderWriter();
        writer.setPolicy(CrossOriginOpenerPolicy.SAME_ORIGIN);
        return writer;
    }
}
