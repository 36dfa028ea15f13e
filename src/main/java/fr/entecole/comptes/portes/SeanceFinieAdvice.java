package fr.entecole.comptes.portes;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/// Answers a form that came in too late with the page that keeps it ([RepriseController]).
@ControllerAdvice
class SeanceFinieAdvice {

    private final RepriseController reprise;

    SeanceFinieAdvice(RepriseController reprise) {
        this.reprise = reprise;
    }

    @ExceptionHandler(Saisie.Tardive.class)
    ModelAndView late(Saisie.Tardive e, HttpServletRequest request) {
        return reprise.ask(request, e.saisie(), "", "", HttpStatus.UNAUTHORIZED.value());
    }
}
