package fr.entecole.socle.contrats;

import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A route for everyone who is signed in, but pupils.
@Pour({
    Profil.PARENT,
    Profil.ENSEIGNANT,
    Profil.DIRECTEUR,
    Profil.PERSONNEL,
    Profil.REFERENT_VILLE,
    Profil.CONTRIBUTEUR,
    Profil.FINANCES,
    Profil.MAIRE,
    Profil.ERUN,
    Profil.IEN,
    Profil.ASSISTANCE,
    Profil.ADMINISTRATEUR,
    Profil.DPO
})
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface PourAdultes {}
