package fr.entecole.comptes.preuves;

import fr.entecole.socle.PageResolver;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/// Answers a grave act that must be confirmed with the page that keeps it ([ConfirmationController]).
@ControllerAdvice
class ConfirmationAdvice {

    private final ConfirmationController confirmation;
    private final PageResolver pages;

    ConfirmationAdvice(ConfirmationController confirmation, PageResolver pages) {
        this.confirmation = confirmation;
        this.pages = pages;
    }

    @ExceptionHandler(Confirmations.AConfirmer.class)
    ModelAndView confirm(Confirmations.AConfirmer e, HttpServletRequest request) {
        return confirmation.show(pages.page(request), e.saisie(), request.getSession());
    }
}
