package fr.entecole.liaison;

import java.util.UUID;

/// What a kind keeps beside a new mot, in the transaction that writes it.
@FunctionalInterface
public interface Ajout {

    void keep(UUID mot, UUID ecole);

    static Ajout none() {
        return (_, _) -> {};
    }
}
