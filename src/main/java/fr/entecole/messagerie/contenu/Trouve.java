package fr.entecole.messagerie.contenu;

import java.util.UUID;

/// A message that says what was searched for.
///
/// @param nom of its author, « Vous » for the reader
public record Trouve(UUID conversation, String objet, String nom, String extrait, String quand) {

    public String initiale() {
        return nom.isEmpty() ? "–" : nom.substring(0, nom.offsetByCodePoints(0, 1));
    }
}
