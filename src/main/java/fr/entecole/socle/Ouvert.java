package fr.entecole.socle;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A route open to everyone, signed in or not. Stands on a controller or on one of its methods, which wins.
/// A route with neither this nor [Pour] answers nobody.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Ouvert {}
