package fr.entecole.documents.images;

import java.nio.file.Path;

/// A picture made in one size.
///
/// @param nom `pleine` (kept instead of what came), `ecran` or `vignette`
/// @param fichier where it was written
/// @param type `image/jpeg`, `image/png` or `image/webp`
/// @param largeur,hauteur in pixels
public record Rendu(String nom, Path fichier, String type, int largeur, int hauteur) {}
