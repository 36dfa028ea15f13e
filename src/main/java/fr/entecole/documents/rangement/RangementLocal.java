package fr.entecole.documents.rangement;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/// Files under one folder. Each is written apart, brought to the disk, then given its name in one step. Some room is
/// always left on the disk: the database may stand on it too.
final class RangementLocal implements Rangement {

    private static final int BUFFER = 64 * 1024;
    private static final String APART = "en-cours";
    private static final Duration LEFT = Duration.ofDays(1);

    private final Path racine;
    private final long reserve;

    /// @param reserve bytes that stay free on the disk
    /// @param now what a node that was killed more than a day ago left half written is swept away
    RangementLocal(Path racine, long reserve, Instant now) {
        this.racine = racine.toAbsolutePath().normalize();
        this.reserve = reserve;
        sweep(now.minus(LEFT));
    }

    private void sweep(Instant before) {
        var apart = racine.resolve(APART);
        if (!Files.isDirectory(apart)) {
            return;
        }
        try (var left = Files.newDirectoryStream(apart)) {
            for (var file : left) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new RangementIndisponible(false, e);
        }
    }

    @Override
    public void put(String cle, Path fichier) {
        try (var input = Files.newInputStream(fichier)) {
            write(cle, input, Files.size(fichier));
        } catch (IOException e) {
            throw new RangementIndisponible(false, e);
        }
    }

    @Override
    public void put(String cle, byte[] octets) {
        write(cle, new ByteArrayInputStream(octets), octets.length);
    }

    private void write(String cle, InputStream input, long octets) {
        var target = path(cle);
        var apart = racine.resolve(APART).resolve(UUID.randomUUID().toString());
        try {
            Files.createDirectories(apart.getParent());
            Files.createDirectories(target.getParent());
            if (Files.getFileStore(racine).getUsableSpace() - octets < reserve) {
                throw new RangementIndisponible(true, null);
            }
            try (var channel = FileChannel.open(apart, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                var output = Channels.newOutputStream(channel);
                var buffer = new byte[BUFFER];
                for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                    output.write(buffer, 0, read);
                }
                channel.force(true);
            }
            Files.move(apart, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new RangementIndisponible(full(), e);
        } finally {
            try {
                Files.deleteIfExists(apart);
            } catch (IOException _) {
                // swept at a later start
            }
        }
    }

    @Override
    public InputStream open(String cle, long debut, long octets) {
        try {
            var channel = FileChannel.open(path(cle), StandardOpenOption.READ);
            channel.position(debut);
            return new Tranche(Channels.newInputStream(channel), octets);
        } catch (IOException e) {
            throw new RangementIndisponible(false, e);
        }
    }

    @Override
    public void delete(Collection<String> cles) {
        try {
            for (var cle : cles) {
                Files.deleteIfExists(path(cle));
            }
        } catch (IOException e) {
            throw new RangementIndisponible(false, e);
        }
    }

    private boolean full() {
        try {
            return Files.getFileStore(racine).getUsableSpace() < BUFFER;
        } catch (IOException _) {
            return false;
        }
    }

    private Path path(String cle) {
        var path = racine.resolve(cle).normalize();
        if (!path.startsWith(racine) || path.equals(racine)) {
            throw new IllegalArgumentException("not a key");
        }
        return path;
    }
}
