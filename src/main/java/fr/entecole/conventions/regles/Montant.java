package fr.entecole.conventions.regles;

import java.util.Optional;
import java.util.regex.Pattern;

/// An amount in whole cents, all taxes included, as a bill writes it: « 1 234,50 € », « mille deux cent trente-quatre
/// euros et cinquante centimes ».
public record Montant(long centimes) implements Comparable<Montant> {

    private static final int CENT = 100;
    private static final Pattern TYPED = Pattern.compile("(\\d{1,9})(?:[.,](\\d{1,2}))?(?:\\s*€)?");

    /// As a person types it: « 40 », « 40,5 », « 40.50 € ».
    public static Optional<Montant> typed(String words) {
        var typed = TYPED.matcher(words.replaceAll("[\\s\u00a0\u202f]", ""));
        if (!typed.matches()) {
            return Optional.empty();
        }
        var cents = typed.group(2) == null ? "00" : (typed.group(2) + "0").substring(0, 2);
        return Optional.of(new Montant(Long.parseLong(typed.group(1)) * CENT + Long.parseLong(cents)));
    }

    public static Montant euros(long euros) {
        return new Montant(Math.multiplyExact(euros, CENT));
    }

    public Montant times(int count) {
        return new Montant(Math.multiplyExact(centimes, count));
    }

    public Montant plus(Montant other) {
        return new Montant(Math.addExact(centimes, other.centimes));
    }

    public Montant minus(Montant other) {
        return new Montant(Math.subtractExact(centimes, other.centimes));
    }

    public Montant negated() {
        return new Montant(-centimes);
    }

    public boolean positive() {
        return centimes > 0;
    }

    /// « 40 », « 1 234,50 »: without the sign of the euro.
    public String nombre() {
        var euros = String.valueOf(Math.abs(centimes) / CENT);
        var grouped = new StringBuilder();
        for (int i = 0; i < euros.length(); i++) {
            if (i > 0 && (euros.length() - i) % 3 == 0) {
                grouped.append('\u00a0');
            }
            grouped.append(euros.charAt(i));
        }
        long cents = Math.abs(centimes) % CENT;
        return (centimes < 0 ? "−" : "") + grouped + (cents == 0 ? "" : "," + (cents < 10 ? "0" : "") + cents);
    }

    public String chiffres() {
        return nombre() + "\u00a0€";
    }

    /// Of an amount that is not negative.
    public String lettres() {
        long euros = centimes / CENT;
        long cents = centimes % CENT;
        // « un million d’euros »: a noun that counts, not a number
        var link = euros >= 1_000_000 && euros % 1_000_000 == 0 ? " d’" : " ";
        var words = EnLettres.of(euros) + link + (euros < 2 ? "euro" : "euros");
        return cents == 0 ? words : words + " et " + EnLettres.of(cents) + (cents < 2 ? " centime" : " centimes");
    }

    @Override
    public int compareTo(Montant other) {
        return Long.compare(centimes, other.centimes);
    }

    @Override
    public String toString() {
        return chiffres();
    }
}
