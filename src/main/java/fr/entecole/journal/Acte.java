package fr.entecole.journal;

import static fr.entecole.socle.Phrases.t;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What can be recorded as having happened. A module declares its own in an enum, with their sentences, and offers it
/// to the journal with an `ActesDeclares` bean: nothing else can be recorded. Sentences are made when they are read, in
/// the reader's language. None tells the content of a thing, and the sentences of those about restrictions name nobody.
public interface Acte {

    /// Given by the enum. It is what the database keeps: a constant that facts were recorded with is never renamed.
    String name();

    /// `CLASSE_DEMANDEE` is kept as `classe-demandee`.
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Definition definition();

    default Famille famille() {
        return definition().famille();
    }

    default Objet objet() {
        return definition().objet();
    }

    /// @param objet name of whom or what it is about
    default String phrase(String objet, @Nullable String raison) {
        return Optional.ofNullable(raison)
                .flatMap(this::raison)
                .map(why -> t("{0} : {1}", definition().phrase().apply(objet), why))
                .orElseGet(() -> definition().phrase().apply(objet));
    }

    /// @param code the detail `raison` of a fact
    /// @return why, in words; empty when the sentence says enough
    default Optional<String> raison(String code) {
        return Optional.empty();
    }

    /// Whether nobody is its author, because it failed: it is then told as something of the account that it is about.
    default boolean tentative() {
        return false;
    }

    /// Whether it is the everyday course of things, entries, leavings, charters accepted: a head reads the rest, unless
    /// they ask for it.
    default boolean ordinaire() {
        return false;
    }

    /// @param phrase the sentence, given the name of whom or what it is about; made when it is read
    record Definition(Famille famille, Portee portee, Objet objet, UnaryOperator<String> phrase) {}
}
