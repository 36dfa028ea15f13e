package fr.entecole.socle.contrats;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A route of a room that sends ([Envois]), which changes something and yet sends nothing to anybody: signing, printing,
/// ticking. It answers those too whose sending is stopped. Stands on a controller or on one of its methods.
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface HorsEnvoi {}
