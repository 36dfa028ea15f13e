package fr.entecole.socle;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The tab to which the pages of a route belong, when they do not stand below its address: the first of these that the
/// reader has. Stands on a controller or on one of its methods, which wins.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface SousOnglet {
    /// Names of tabs ([Onglet#nom]).
    String[] value();
}
