package fr.entecole.surete;

import fr.entecole.socle.PageResolver;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/// Says why nothing leaves, until when, whom to ask, and gives back what was typed.
@ControllerAdvice
class EnvoiEnPauseAdvice {

    private final PageResolver pages;
    private final Clock clock;

    EnvoiEnPauseAdvice(PageResolver pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    @ExceptionHandler(EnvoiEnPause.class)
    ModelAndView paused(EnvoiEnPause e, HttpServletRequest request) {
        var view = PauseController.view(pages.page(request), e.tenue(), e.textes(), clock);
        view.setStatus(HttpStatus.LOCKED);
        return view;
    }
}
