package fr.entecole.socle.web;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// One of the things that a form lets choose: what it sends, what a person reads, and what is added in small type.
public record Option(String valeur, String libelle, String precision) {

    public Option(String valeur, String libelle) {
        this(valeur, libelle, "");
    }

    public static <T> List<Option> all(Collection<T> things, Function<T, ?> valeur, Function<T, String> libelle) {
        return things.stream()
                .map(thing -> new Option(valeur.apply(thing).toString(), libelle.apply(thing)))
                .toList();
    }
}
