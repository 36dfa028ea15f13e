package fr.entecole.portail;

import fr.entecole.socle.Ouvert;
import fr.entecole.socle.Page;
import fr.entecole.socle.PageResolver;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// Every error of the site becomes a page of the site, in HTML whatever was asked for, with its status kept.
@Controller
@Ouvert
class ErreurController implements ErrorController {

    private final PageResolver pages;

    ErreurController(PageResolver pages) {
        this.pages = pages;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    ModelAndView page(HttpServletRequest request, HttpServletResponse response) {
        var statut = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        var cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable t ? t : null;
        var erreur = Erreur.of(statut, cause, request.getContentType());
        var page = (erreur.statut() == HttpStatus.SERVICE_UNAVAILABLE.value()
                        ? pages.anonymous(request)
                        : shell(request))
                .titled(erreur.titre());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (erreur.statut() == 503) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        }
        var view = page.view("portail/erreur", Map.of("erreur", erreur));
        view.setStatus(HttpStatusCode.valueOf(erreur.statut()));
        return view;
    }

    /// The session may be what failed: the page is then shown as to someone unknown. (Where the database is known to
    /// be out of reach, it is not asked once more.)
    private Page shell(HttpServletRequest request) {
        try {
            return pages.page(request);
        } catch (RuntimeException e) {
            return pages.anonymous(request);
        }
    }
}
