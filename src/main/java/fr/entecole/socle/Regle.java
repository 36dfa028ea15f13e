package fr.entecole.socle;

import java.lang.reflect.AnnotatedElement;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/// What a route declares about who may call it, read from [Ouvert] and [Pour]: the door enforces it and the house's
/// test lists it, from this same reading.
///
/// @param ouvert for everyone, signed in or not
/// @param profils those it is for, when not open
public record Regle(boolean ouvert, Set<Profil> profils) {

    /// @return null when nothing is declared: the route then answers nobody
    public static @Nullable Regle of(HandlerMethod route) {
        var onMethod = of(route.getMethod());
        return onMethod != null ? onMethod : of(route.getBeanType());
    }

    private static @Nullable Regle of(AnnotatedElement element) {
        var pour = AnnotatedElementUtils.findMergedAnnotation(element, Pour.class);
        if (pour != null) {
            var profils = pour.value().length == 0 ? EnumSet.allOf(Profil.class) : EnumSet.copyOf(Set.of(pour.value()));
            return new Regle(false, profils);
        }
        return AnnotatedElementUtils.isAnnotated(element, Ouvert.class)
                ? new Regle(true, EnumSet.allOf(Profil.class))
                : null;
    }
}
