package fr.entecole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/// A folder in memory, where the machine has room for one, for what writes to disk before it answers: hundreds of times
/// at the first start of an application.
public final class EnMemoire implements TempDirFactory {

    private static final long ROOM = 2L << 30;

    static Path folder(String start) throws IOException {
        var memory = Path.of("/dev/shm");
        return Files.isWritable(memory) && Files.getFileStore(memory).getUsableSpace() > ROOM
                ? Files.createTempDirectory(memory, start)
                : Files.createTempDirectory(start);
    }

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
        return folder("ent-porte-");
    }
}
