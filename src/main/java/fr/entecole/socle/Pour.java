package fr.entecole.socle;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The profiles that a route is for; without any, everyone who is signed in. Others get 404, and who is not signed in
/// is sent to the sign-in page. Stands on a controller or on one of its methods, which wins. It opens the corridor
/// only: which thing may be seen is decided beside the thing.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Pour {
    Profil[] value() default {};
}
