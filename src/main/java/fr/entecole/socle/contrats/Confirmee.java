package fr.entecole.socle.contrats;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A route that does something grave: who does it proves once more, unless they have just done so, that they are who
/// has signed in. What they had typed comes back after that. Asked by `comptes.preuves`; stands on a route that a form
/// is sent to.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Confirmee {
    /// No earlier proof is enough: one is given for this act, each time.
    boolean chaqueFois() default false;
}
