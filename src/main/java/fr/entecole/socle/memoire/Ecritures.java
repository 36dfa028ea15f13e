package fr.entecole.socle.memoire;

import fr.entecole.socle.Cle;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Who sends a form reads what it has changed on the page that follows, however late the node hears of it.
@Component
class Ecritures implements HandlerInterceptor, WebMvcConfigurer {

    private final Souvenirs souvenirs;

    Ecritures(Souvenirs souvenirs) {
        this.souvenirs = souvenirs;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /// Before the answer leaves. The page of an error asks nobody who they are: the database may be what failed.
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
        if (HttpMethod.GET.matches(request.getMethod()) || request.getDispatcherType() == DispatcherType.ERROR) {
            return;
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Utilisateur utilisateur) {
            souvenirs.forget(utilisateur.personneId());
            utilisateur.ecoles().forEach(souvenirs::forget);
            if (utilisateur.ecoles().isEmpty() || utilisateur.is(Profil.DIRECTEUR)) {
                souvenirs.forget(Cle.PARTOUT); // what schools are called and which are open is written by these alone
            }
        }
    }
}
