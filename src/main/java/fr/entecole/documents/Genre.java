package fr.entecole.documents;

/// What one does with a file: looks at it, listens to it, opens it.
public enum Genre {
    IMAGE,
    SON,
    FILM,
    PDF,
    DOCUMENT,
    ARCHIVE
}
