package fr.entecole.documents;

import static fr.entecole.socle.Phrases.t;

import java.util.UUID;

/// What is attached to a thing, as its page shows it.
///
/// @param id random; the address `/documents/{id}` answers by the rule of the room
/// @param nom of the file, with the ending of its real type
/// @param type MIME type read in its bytes
/// @param octets as kept
/// @param alternative what a picture shows, in its author's words; empty where nothing was said
/// @param vignette width and height of its small picture in pixels, 0 where it has none
public record PieceJointe(
        UUID id, String nom, String type, long octets, String alternative, EtatDePiece etat, Dimensions vignette) {

    public Genre genre() {
        return TypesDeFichier.genre(type);
    }

    /// « 1,2 Mo ».
    public String taille() {
        return Poids.mots(octets);
    }

    /// « Document PDF, 1,2 Mo ».
    public String description() {
        return t("{0}, {1}", TypesDeFichier.mots(type), taille());
    }

    public boolean prete() {
        return etat == EtatDePiece.PRETE;
    }

    public boolean illustree() {
        return vignette.largeur() > 0;
    }

    public String adresse() {
        return "/documents/" + id;
    }

    /// In pixels.
    public record Dimensions(int largeur, int hauteur) {}
}
