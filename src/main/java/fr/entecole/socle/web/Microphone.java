package fr.entecole.socle.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A route whose page records a voice: the browser lets this page alone ask for the microphone (`Permissions-Policy`),
/// and the person may still refuse.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Microphone {}
