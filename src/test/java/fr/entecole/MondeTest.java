package fr.entecole;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An [EntTest] that begins with the named world loaded, as `./ent start` loads it.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EntTest
public @interface MondeTest {}
