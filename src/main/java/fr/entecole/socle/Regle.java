package fr.entecole.socle;

import java.lang.reflect.AnnotatedElement;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/// What a route declares about who may call it, read from [Ouvert], [Pour] and [AvantLaCharte]: the door enforces it
/// and the house's test lists it, from this same reading.
///
/// @param ouvert for everyone, signed in or not
/// @param profils those it is for, when not open
/// @param avantLaCharte for them, whatever they have still to accept
public record Regle(boolean ouvert, Set<Profil> profils, boolean avantLaCharte) {

    /// @return null when nothing is declared: the route then answers nobody
    public static @Nullable Regle of(HandlerMethod route) {
        boolean before = isBefore(route.getMethod()) || isBefore(route.getBeanType());
        var onMethod = of(route.getMethod(), before);
        return onMethod != null ? onMethod : of(route.getBeanType(), before);
    }

    private static boolean isBefore(AnnotatedElement element) {
        return AnnotatedElementUtils.isAnnotated(element, AvantLaCharte.class);
    }

    private static @Nullable Regle of(AnnotatedElement element, boolean before) {
        var pour = AnnotatedElementUtils.findMergedAnnotation(element, Pour.class);
        if (pour != null) {
            var profils = pour.value().length == 0 ? EnumSet.allOf(Profil.class) : EnumSet.copyOf(Set.of(pour.value()));
            return new Regle(false, profils, before);
        }
        return AnnotatedElementUtils.isAnnotated(element, Ouvert.class)
                ? new Regle(true, EnumSet.allOf(Profil.class), true)
                : null;
    }
}
