package fr.entecole.courriel;

/// A plain-text message to one person.
///
/// @param destinataire one mail address
public record Courriel(String destinataire, String sujet, String texte) {

    public Courriel {
        if (!destinataire.matches("[^@\\s,;<>]+@[^@\\s,;<>]+")) {
            throw new IllegalArgumentException("une seule adresse de courriel est attendue");
        }
        if (sujet.isBlank() || sujet.matches("(?s).*[\\r\\n].*")) {
            throw new IllegalArgumentException("un sujet tient sur une ligne");
        }
    }
}
