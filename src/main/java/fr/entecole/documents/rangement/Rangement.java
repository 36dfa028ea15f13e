package fr.entecole.documents.rangement;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;

/// A store of bytes by key (`contenus/ab/cd/…`, letters, figures, `-`, `.` and `/`). What is put is there whole or not
/// at all; putting the same key again replaces it. Every method throws [RangementIndisponible] when the store does not
/// answer or has no room left.
public interface Rangement {

    void put(String cle, Path fichier);

    void put(String cle, byte[] octets);

    /// Streams a part of what was put.
    ///
    /// @param debut first byte
    /// @param octets how many, 1 or more
    InputStream open(String cle, long debut, long octets);

    /// What is not there is as if taken away.
    void delete(Collection<String> cles);
}
