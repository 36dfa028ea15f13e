package fr.entecole.documents;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.springframework.web.multipart.MultipartFile;

/// A file that the application has made, taken in as those that people send are.
///
/// @param type of what is in it, such as `application/pdf`; judged again from its bytes
public record FichierFait(String nom, String type, byte[] octets) implements MultipartFile {

    @Override
    public String getName() {
        return "fichiers";
    }

    @Override
    public String getOriginalFilename() {
        return nom;
    }

    @Override
    public String getContentType() {
        return type;
    }

    @Override
    public boolean isEmpty() {
        return octets.length == 0;
    }

    @Override
    public long getSize() {
        return octets.length;
    }

    @Override
    public byte[] getBytes() {
        return octets.clone();
    }

    @Override
    public InputStream getInputStream() {
        return new ByteArrayInputStream(octets);
    }

    @Override
    public void transferTo(File dest) throws IOException {
        Files.write(dest.toPath(), octets);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
