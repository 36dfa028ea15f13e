package fr.entecole.socle;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A route that also answers whoever has not accepted the charter yet, has refused it, or has a weak password to
/// change: what the law owes them, the way out. Stands beside [Pour], on a controller or on one of its methods; a route
/// without it waits, unless it is [Ouvert]. ADR 0016.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface AvantLaCharte {}
