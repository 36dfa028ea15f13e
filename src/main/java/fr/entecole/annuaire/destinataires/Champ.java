package fr.entecole.annuaire.destinataires;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Etendue;
import fr.entecole.annuaire.Public.Qui;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a room lets choose: how far its publics may reach, and who is meant there. It narrows what the directory lets
/// this person address, and never widens it.
public record Champ(Set<Etendue> etendues, Set<Qui> quis) {

    /// The families of classes, groups, chosen pupils or a school.
    public static final Champ FAMILLES = new Champ(
            EnumSet.of(Etendue.CLASSE, Etendue.GROUPE, Etendue.ELEVES, Etendue.ECOLE), EnumSet.of(Qui.RESPONSABLES));

    public boolean holds(Public pour) {
        return etendues.contains(pour.etendue()) && quis.contains(pour.qui());
    }

    boolean holds(Etendue etendue, Qui qui) {
        return etendues.contains(etendue) && quis.contains(qui);
    }

    /// As a page sends it back: `CLASSE+ECOLE.RESPONSABLES`.
    public String code() {
        return join(etendues) + "." + join(quis);
    }

    /// @return empty when it is none
    public static Optional<Champ> parse(String code) {
        var parts = code.split("\\.", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Champ(
                    Arrays.stream(parts[0].split("\\+", -1))
                            .map(Etendue::valueOf)
                            .collect(Collectors.toSet()),
                    Arrays.stream(parts[1].split("\\+", -1)).map(Qui::valueOf).collect(Collectors.toSet())));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String join(Set<? extends Enum<?>> words) {
        return words.stream().map(Enum::name).sorted().collect(Collectors.joining("+"));
    }
}
